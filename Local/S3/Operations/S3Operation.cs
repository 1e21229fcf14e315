using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// Finds the operation that a request to a bucket or an object means, as
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html lists them.
/// </summary>
internal static class S3Operation
{
    // The parameters that select an operation of S3, served here or not. Any other changes nothing: it is there for logs and for
    // caches (https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html, "Custom access log information").
    private static readonly HashSet<string> Selectors = new(StringComparer.Ordinal)
    {
        "abac", "accelerate", "acl", "analytics", "attributes", "cors", "delete", "encryption",
        "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "location", "logging", "metadataConfiguration",
        "metadataInventoryTable", "metadataJournalTable", "metadataTable", "metrics", "notification", "object-lock",
        "ownershipControls", "policy", "policyStatus", "publicAccessBlock", "renameObject", "replication", "requestPayment", "restore",
        "retention", "select", "session", "tagging", "torrent", "uploadId", "uploads", "versioning", "versions", "website",
    };

    // The first that fits.
    private static readonly Row[] Rows =
    [
        new("ListObjectsV2", false, "GET", "", call => Task.FromResult(ListObjects.Run(call))),
        new("GetBucketLocation", false, "GET", "location", call => Task.FromResult(BucketDescriptions.Location(call))),
        new("GetBucketVersioning", false, "GET", "versioning", call => Task.FromResult(BucketDescriptions.Versioning(call))),
        new("GetBucketPolicy", false, "GET", "policy", call => Task.FromResult(BucketDescriptions.Policy(call))),
        new("GetBucketCors", false, "GET", "cors", call => Task.FromResult(BucketDescriptions.Cors(call))),
        new("ListMultipartUploads", false, "GET", "uploads", call => Task.FromResult(ListMultipartUploads.Run(call))),
        new("HeadBucket", false, "HEAD", "", call => Task.FromResult(BucketDescriptions.Head(call))),
        new("DeleteObjects", false, "POST", "delete", DeleteObjects.RunAsync),
        new("GetObject", true, "GET", "", call => Task.FromResult(GetObject.Run(call))),
        new("HeadObject", true, "HEAD", "", call => Task.FromResult(GetObject.Run(call))),
        new("CopyObject", true, "PUT", "", CopyObject.RunAsync) { When = IsCopy },
        new("PutObject", true, "PUT", "", PutObject.RunAsync),
        new("DeleteObject", true, "DELETE", "", call => Task.FromResult(DeleteObject.Run(call))),
        new("GetObjectTagging", true, "GET", "tagging", call => Task.FromResult(ObjectTagging.Get(call))),
        new("PutObjectTagging", true, "PUT", "tagging", ObjectTagging.PutAsync),
        new("DeleteObjectTagging", true, "DELETE", "tagging", call => Task.FromResult(ObjectTagging.Delete(call))),
        new("GetObjectAttributes", true, "GET", "attributes", call => Task.FromResult(GetObjectAttributes.Run(call))),
        new("CreateMultipartUpload", true, "POST", "uploads", call => Task.FromResult(CreateMultipartUpload.Run(call))),
        new("UploadPart", true, "PUT", "uploadId", UploadPart.RunAsync),
        new("ListParts", true, "GET", "uploadId", call => Task.FromResult(ListParts.Run(call))),
        new("CompleteMultipartUpload", true, "POST", "uploadId", CompleteMultipartUpload.RunAsync),
        new("AbortMultipartUpload", true, "DELETE", "uploadId", call => Task.FromResult(AbortMultipartUpload.Run(call))),
    ];

    /// <summary>The operations that are served, by AWS's names.</summary>
    public static IEnumerable<string> Names =>
    [
        nameof(ListBuckets), nameof(CreateBucket), nameof(PostObject), "ListObjects", "UploadPartCopy",
        .. Rows.Select(row => row.Name),
    ];

    /// <summary>Whether a request is for the bucket or object itself, not for something of it that a parameter names.</summary>
    public static bool IsPlain(S3Request request) => Selector(request).Length == 0;

    /// <summary>Runs the operation.</summary>
    /// <exception cref="S3Exception">The request is refused, or asks for an operation that is not offered here.</exception>
    public static Task<S3Response> RunAsync(S3Call call)
    {
        // Objects have one version, which S3 calls null.
        if (call.Request.Parameter("versionId") is { } version and not "null")
        {
            throw S3Exception.NoSuchVersion(version);
        }

        return ChooseAsync(call);
    }

    private static Task<S3Response> ChooseAsync(S3Call call)
    {
        var (isObject, method, selector) = (call.Request.Key is not null, call.Request.Method, Selector(call.Request));
        foreach (var row in Rows)
        {
            if (row.IsOnObject == isObject && row.Method == method && row.Selector == selector && row.When(call.Request))
            {
                return row.RunAsync(call);
            }
        }

        throw method is "GET" or "HEAD" or "PUT" or "POST" or "DELETE"
            ? S3Exception.NotOffered(
                $"{method} of {(isObject ? "an object" : "a bucket")}" + (selector.Length > 0 ? $" with ?{selector}" : ""))
            : new S3Exception(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    private static bool IsCopy(S3Request request) => request.Headers.ContainsKey("x-amz-copy-source");

    private static string Selector(S3Request request) => request.Query.Keys.FirstOrDefault(Selectors.Contains) ?? "";

    private sealed record Row(
        string Name, bool IsOnObject, string Method, string Selector, Func<S3Call, Task<S3Response>> RunAsync)
    {
        public Func<S3Request, bool> When { get; init; } = static _ => true;
    }
}
