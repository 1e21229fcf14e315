using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Lexicon.Local.S3.Operations;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3;

/// <summary>What happens to every request: the bucket is found, the operation runs, errors become XML, CORS is applied.</summary>
internal sealed class S3Pipeline(Buckets buckets, BucketAuthorizer access, PostObject post, TimeProvider time)
{
    /// <summary>Returns the response; what S3 refuses is one, too.</summary>
    public async Task<S3Response> ExecuteAsync(S3Request request)
    {
        var requestId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        var hostId = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        S3Response response;
        try
        {
            response = await RunAsync(request with { Id = requestId, HostId = hostId });
        }
        catch (S3Exception refusal)
        {
            response = Refused(request, refusal, requestId, hostId);
        }

        Cors.Apply(request, buckets.Find(request.Bucket), response.Headers);
        response.Headers["x-amz-request-id"] = requestId;
        response.Headers["x-amz-id-2"] = hostId;
        response.Headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        response.Headers.Server = "AmazonS3";
        return response;
    }

    private static S3Response Refused(S3Request request, S3Exception refusal, string requestId, string hostId)
    {
        var response = request.Method == "HEAD" ? new S3Response(refusal.Status) : S3Response.Xml(
            new XElement(
                "Error",
                new XElement("Code", refusal.Code),
                new XElement("Message", refusal.Message),
                refusal.Details.Select(detail => new XElement(detail.Name, Printable(detail.Value))),
                new XElement("RequestId", requestId),
                new XElement("HostId", hostId)),
            refusal.Status);
        response.Headers.ContentType = "application/xml";
        foreach (var (name, value) in refusal.Headers)
        {
            response.Headers[name] = value;
        }

        return response;
    }

    // A key may hold characters that XML cannot.
    private static string Printable(string value) => string.Concat(value.Select(c => System.Xml.XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));

    private Task<S3Response> RunAsync(S3Request request)
    {
        if (request.Fault is { } fault)
        {
            throw fault;
        }

        if (request.Bucket is not { } name)
        {
            return request.Method == "GET" && S3Operation.IsPlain(request)
                ? Task.FromResult(ListBuckets.Run(request, buckets, access))
                : throw S3Exception.NotOffered($"{request.Method} of the service");
        }

        if (request.Method == "OPTIONS")
        {
            return Task.FromResult(Cors.Preflight(request, buckets.Find(name)));
        }

        if (request is { Method: "PUT", Key: null } && S3Operation.IsPlain(request))
        {
            return Task.FromResult(CreateBucket.Run(request, buckets.Find(name), access));
        }

        var bucket = buckets.Find(name) ?? throw S3Exception.NoSuchBucket(name);
        BucketOwner.Check(request);
        if (request.Key is { } key)
        {
            ObjectKey.Check(key);
        }

        var call = new S3Call(request, bucket, buckets, access);
        return request is { Method: "POST", Key: null } && S3Operation.IsPlain(request)
            ? post.RunAsync(call)
            : S3Operation.RunAsync(call);
    }
}
