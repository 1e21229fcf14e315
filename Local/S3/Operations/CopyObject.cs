using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>CopyObject</c> within the account, with the directives for metadata and tags and the source's conditions
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html).
/// </summary>
internal static class CopyObject
{
    private const string Replace = "REPLACE";

    public static async Task<S3Response> RunAsync(S3Call call)
    {
        var request = call.Request;
        ObjectKey.Check(call.Key);
        var replacesMetadata = Directive(request, "metadata") == Replace;
        var replacesTags = Directive(request, "tagging") == Replace;
        var source = CopySource.Of(call);
        var (found, content) = OpenSource(call);
        await using var whole = content;
        call.DemandOnObject("s3:PutObject");
        if (!replacesMetadata && !ChangesItself(request) && found.Key == call.Key && source.Bucket.Name == call.Bucket.Name)
        {
            throw S3Exception.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's "
                + "metadata, storage class, website redirect location or encryption attributes.");
        }

        var described = ObjectTags.Describe(call);
        var tags = replacesTags ? described.Tags : TagsOf(source, call, found);
        var algorithm = request.Header("x-amz-checksum-algorithm") is { } name ? Checksum.Named(name) : found.Checksum?.Algorithm;
        using var upload = await call.Bucket.Store.ReceiveAsync(
            content, algorithm ?? StoredChecksum.DefaultAlgorithm, request.Cancellation);
        var stored = call.Bucket.Store.Commit(
            upload,
            (replacesMetadata ? described : found with { Key = call.Key, SystemMetadata = Moved(found, described) }) with
            {
                ETag = upload.ETag,
                Checksum = upload.Checksum,
                Parts = [],
                Tags = tags,
            },
            Preconditions.OfWrite(request));
        call.ReportCreated(stored, "CopyObject");
        var response = S3Response.Xml(S3Xml.Document(
            "CopyObjectResult",
            new XElement("LastModified", S3Xml.Time(stored.LastModified)),
            new XElement("ETag", stored.ETag),
            ChecksumFields.Elements(stored.Checksum)));
        ObjectHeaders.WriteEncryption(response.Headers);
        return response;
    }

    /// <summary>Opens the object that <c>x-amz-copy-source</c> names, if the caller may read it.</summary>
    public static (StoredObject Object, Stream Content) OpenSource(S3Call call)
    {
        var source = CopySource.Of(call);
        source.DemandOnObject("s3:GetObject");
        var opened = source.Bucket.Store.Open(source.Key) ?? throw source.Missing();
        try
        {
            CopySource.CheckConditions(call.Request, opened.Object);
            return opened;
        }
        catch
        {
            opened.Content.Dispose();
            throw;
        }
    }

    private static string Directive(S3Request request, string what)
    {
        var header = $"x-amz-{what}-directive";
        return request.Header(header) switch
        {
            null => "COPY",
            "COPY" or Replace => request.Header(header)!,
            var other => throw S3Exception.InvalidArgument($"Unknown {what} directive.", header, other),
        };
    }

    // Storage class and encryption are the copy's own, whatever the directive.
    private static bool ChangesItself(S3Request request) =>
        request.Headers.ContainsKey("x-amz-storage-class") || request.Headers.ContainsKey("x-amz-server-side-encryption");

    private static Dictionary<string, string> Moved(StoredObject found, StoredObject described)
    {
        const string StorageClass = "x-amz-storage-class";
        var metadata = new Dictionary<string, string>(found.SystemMetadata);
        metadata.Remove(StorageClass);
        if (described.SystemMetadata.TryGetValue(StorageClass, out var storage))
        {
            metadata[StorageClass] = storage;
        }

        return metadata;
    }

    private static IReadOnlyList<ObjectTag> TagsOf(S3Call source, S3Call target, StoredObject found)
    {
        if (found.Tags.Count > 0)
        {
            source.DemandOnObject("s3:GetObjectTagging");
            target.DemandOnObject("s3:PutObjectTagging");
        }

        return found.Tags;
    }
}
