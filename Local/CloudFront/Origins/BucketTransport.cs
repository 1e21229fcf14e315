using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.Iam;
using Lexicon.Local.S3;
using Lexicon.Local.S3.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// An S3 origin: the bucket in this process. With origin access control CloudFront comes as its service principal, with the
/// distribution as <c>aws:SourceArn</c>, and the bucket policy decides; without it comes as nobody
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html).
/// </summary>
/// <param name="buckets">S3.</param>
/// <param name="bucket">The bucket's name.</param>
/// <param name="signing">When CloudFront comes as itself.</param>
/// <param name="distributionArn">The ARN of the distribution.</param>
/// <param name="place">How messages name the distribution.</param>
internal sealed class BucketTransport(
    IBuckets buckets, string bucket, OriginAccessControl signing, string distributionArn, string place) : IOriginTransport
{
    private static readonly Caller Service = Caller.Service("cloudfront.amazonaws.com");

    private readonly Dictionary<string, IReadOnlyList<string>> _conditions = new()
    {
        ["aws:SourceArn"] = [distributionArn],
        ["aws:SourceAccount"] = [Account.Id],
    };

    /// <summary>Checks that there is the bucket, once everything is provisioned.</summary>
    /// <exception cref="StartupException">There is none.</exception>
    public void Check()
    {
        if (!buckets.HasBucket(bucket))
        {
            throw new StartupException($"{place}: an origin is the bucket '{bucket}', which is not in the templates");
        }
    }

    public async Task<OriginResponse> SendAsync(OriginRequest request, CancellationToken cancellation)
    {
        var signs = signing == OriginAccessControl.Always
            || (signing == OriginAccessControl.NoOverride && !request.Headers.ContainsKey("Authorization"));
        var toBucket = new S3Request
        {
            Method = request.Method,
            Bucket = bucket,
            Query = new QueryCollection(QueryHelpers.ParseQuery(request.Query)),
            Headers = request.Headers,
            Body = request.Body ?? Stream.Null,
            Caller = signs ? Service : Caller.Anonymous,
            Conditions = signs ? _conditions : [],
            Cancellation = cancellation,
        };
        return Read(await buckets.ExecuteAsync(toBucket, request.Path));
    }

    private static OriginResponse Read(S3Response fromBucket)
    {
        var response = new OriginResponse(fromBucket.Status, fromBucket.Body, fromBucket.Length, fromBucket);
        foreach (var (name, values) in fromBucket.Headers)
        {
            // S3's ids of the request stay between it and CloudFront.
            if (!name.StartsWith("x-amz-id", StringComparison.Ordinal) && !name.StartsWith("x-amz-request", StringComparison.Ordinal))
            {
                response.Headers[name] = values;
            }
        }

        return response;
    }
}
