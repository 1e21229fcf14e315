using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// Finds the operation that a request to a bucket or an object means, as
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html lists them.
/// </summary>
internal static class S3Operation
{
    // Parameters that select no operation: they go with one.
    private static readonly HashSet<string> Modifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        "list-type", "prefix", "delimiter", "max-keys", "continuation-token", "start-after", "fetch-owner", "encoding-type",
        "marker", "partNumber", "x-id", "key-marker", "upload-id-marker", "max-uploads", "max-parts", "part-number-marker",
        "response-content-type", "response-content-language", "response-expires", "response-cache-control",
        "response-content-disposition", "response-content-encoding", "versionId",
    };

    /// <summary>Runs the operation.</summary>
    /// <exception cref="S3Exception">The request is refused, or asks for an operation that is not offered here.</exception>
    public static Task<S3Response> RunAsync(S3Call call)
    {
        // Objects have one version, which S3 calls null.
        if (call.Request.Parameter("versionId") is { } version and not "null")
        {
            throw new S3Exception(404, "NoSuchVersion", "The specified version does not exist.") { Details = [("VersionId", version)] };
        }

        return ChooseAsync(call);
    }

    private static Task<S3Response> ChooseAsync(S3Call call) => (call.Request.Key, call.Request.Method, Selector(call.Request)) switch
    {
        (null, "GET", "") => Task.FromResult(ListObjects.Run(call)),
        (null, "GET", "location") => Task.FromResult(BucketDescriptions.Location(call)),
        (null, "GET", "versioning") => Task.FromResult(BucketDescriptions.Versioning(call)),
        (null, "GET", "policy") => Task.FromResult(BucketDescriptions.Policy(call)),
        (null, "GET", "cors") => Task.FromResult(BucketDescriptions.Cors(call)),
        (null, "GET", "uploads") => Task.FromResult(ListMultipartUploads.Run(call)),
        (null, "HEAD", "") => Task.FromResult(BucketDescriptions.Head(call)),
        (null, "POST", "delete") => DeleteObjects.RunAsync(call),
        (not null, "GET" or "HEAD", "") => Task.FromResult(GetObject.Run(call)),
        (not null, "PUT", "") when call.Request.Headers.ContainsKey("x-amz-copy-source") => CopyObject.RunAsync(call),
        (not null, "PUT", "") => PutObject.RunAsync(call),
        (not null, "DELETE", "") => Task.FromResult(DeleteObject.Run(call)),
        (not null, "GET", "tagging") => Task.FromResult(ObjectTagging.Get(call)),
        (not null, "PUT", "tagging") => ObjectTagging.PutAsync(call),
        (not null, "DELETE", "tagging") => Task.FromResult(ObjectTagging.Delete(call)),
        (not null, "GET", "attributes") => Task.FromResult(GetObjectAttributes.Run(call)),
        (not null, "POST", "uploads") => Task.FromResult(CreateMultipartUpload.Run(call)),
        (not null, "PUT", "uploadId") => UploadPart.RunAsync(call),
        (not null, "GET", "uploadId") => Task.FromResult(ListParts.Run(call)),
        (not null, "POST", "uploadId") => CompleteMultipartUpload.RunAsync(call),
        (not null, "DELETE", "uploadId") => Task.FromResult(AbortMultipartUpload.Run(call)),
        (_, "GET" or "HEAD" or "PUT" or "POST" or "DELETE", var selector) => throw S3Exception.NotOffered(
            $"{call.Request.Method} of {(call.Request.Key is null ? "a bucket" : "an object")}"
                + (selector.Length > 0 ? $" with ?{selector}" : "")),
        _ => throw new S3Exception(405, "MethodNotAllowed", "The specified method is not allowed against this resource."),
    };

    private static string Selector(S3Request request) => request.Query.Keys
        .FirstOrDefault(name => !Modifiers.Contains(name) && !name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase)) ?? "";
}
