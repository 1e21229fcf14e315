using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Images;

/// <summary>The images in S3.</summary>
internal sealed class S3ImageFiles(IAmazonS3 client, string bucket) : IImageFiles
{
    private const string KeptForEver = "public, max-age=31536000, immutable";

    /// <summary>
    /// The bucket as the environment describes it. The name of the bucket is in the path and not in the host, so that
    /// <c>AWS_ENDPOINT_URL</c> can be any host.
    /// </summary>
    public static S3ImageFiles FromEnvironment(string bucket) =>
        new(new AmazonS3Client(new EnvironmentVariablesAWSCredentials(), new AmazonS3Config { ForcePathStyle = true }), bucket);

    public async Task<UploadForm> SignUploadAsync(string key, string contentType, DateTimeOffset expires)
    {
        var form = await client.CreatePresignedPostAsync(new CreatePresignedPostRequest
        {
            BucketName = bucket,
            Key = key,
            Expires = expires.UtcDateTime,
            Fields = new() { ["Content-Type"] = contentType },
            Conditions = [S3PostCondition.ContentLengthRange(1, Limits.ImageBytes)],
        });
        return new(form.Url, form.Fields);
    }

    public async Task<byte[]?> ReadAsync(string key, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancellation);
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content, cancellation);
            return content.ToArray();
        }
        catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task PublishAsync(string key, byte[] content, string contentType, CancellationToken cancellation)
    {
        try
        {
            using var body = new MemoryStream(content);
            var request = new PutObjectRequest
            {
                BucketName = bucket,
                Key = key,
                InputStream = body,
                ContentType = contentType,
                IfNoneMatch = "*",
            };
            request.Headers.CacheControl = KeptForEver;
            await client.PutObjectAsync(request, cancellation);
        }
        catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            // The same content has the same name: it is there already.
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellation) => client.DeleteObjectAsync(bucket, key, cancellation);
}
