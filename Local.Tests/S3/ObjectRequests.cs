using System.Globalization;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace Lexicon.Local.Tests.S3;

/// <summary>Requests for the objects of <c>bucket</c>: by the SDK, or over HTTP as the SDK's client signed their addresses.</summary>
internal static class ObjectRequests
{
    public static Task<PutObjectResponse> PutAsync(AmazonS3Client client, string key, string content) =>
        client.PutObjectAsync(new() { BucketName = "bucket", Key = key, ContentBody = content });

    public static async Task<string> ReadAsync(AmazonS3Client client, string key)
    {
        using var got = await client.GetObjectAsync("bucket", key);
        return await new StreamReader(got.ResponseStream).ReadToEndAsync();
    }

    public static Task<HttpResponseMessage> GetAsync(
        RunningS3 storage, AmazonS3Client client, string key, params (string Name, string Value)[] headers) =>
        SendAsync(storage, client, HttpVerb.GET, key, null, headers);

    public static Task<HttpResponseMessage> SendAsync(
        RunningS3 storage, AmazonS3Client client, HttpVerb verb, string key, string? body =
            null, params (string Name, string Value)[] headers) =>
        SendAsync(storage, client, verb, key, body, "", headers);

    /// <summary>Sends a request for a part, of an upload or of an object: <c>partNumber=1</c>, and <c>uploadId</c>.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        RunningS3 storage, AmazonS3Client client, HttpVerb verb, string key, string? body, string query,
        params (string Name, string Value)[] headers)
    {
        var signing = new GetPreSignedUrlRequest
        {
            BucketName = "bucket",
            Key = key,
            Verb = verb,
            Expires = DateTime.UtcNow.AddMinutes(1),
            Protocol = Protocol.HTTP,
        };
        var parameters = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        signing.UploadId = parameters.TryGetValue("uploadId", out var upload) ? upload.ToString() : null;
        signing.PartNumber = parameters.TryGetValue(
            "partNumber", out var part) ? int.Parse(part.ToString(), CultureInfo.InvariantCulture) : null;
        var request = new HttpRequestMessage(new HttpMethod(verb.ToString()), (Uri?)null);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
            if (name.StartsWith("x-amz-", StringComparison.Ordinal))
            {
                signing.Headers[name] = value;
            }
        }

        request.RequestUri = Raw(await client.GetPreSignedURLAsync(signing));
        request.Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        return await storage.Http.SendAsync(request);
    }

    /// <summary>The address with its path as it is written, not normalized.</summary>
    public static Uri Raw(string url) => new(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
