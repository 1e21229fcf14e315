using System.Xml.Linq;

namespace Lexicon.Local.S3;

/// <summary><c>CopyObject</c> within the account, with <c>x-amz-metadata-directive</c> and the source's conditions.</summary>
internal static class CopyObject
{
    public static async Task<S3Response> RunAsync(S3Call call)
    {
        var request = call.Request;
        PutObject.CheckKey(call.Key);
        var (found, content) = OpenSource(call);
        await using var source = content;
        call.DemandOnObject("s3:PutObject");
        var replaces = "REPLACE".Equals(request.Header("x-amz-metadata-directive"), StringComparison.OrdinalIgnoreCase);
        if (!replaces && found.Key == call.Key && source is not null && SourceOf(request).Bucket == call.Bucket.Name)
        {
            throw S3Exception.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's "
                + "metadata, storage class, website redirect location or encryption attributes.");
        }

        var described = ObjectHeaders.Describe(request);
        using var upload = await call.Bucket.Store.ReceiveAsync(content, found.Checksum?.Algorithm, request.Cancellation);
        var stored = call.Bucket.Store.Commit(
            upload,
            (replaces ? described : found with { Key = call.Key }) with { ETag = upload.ETag, Checksum = upload.Checksum },
            Preconditions.OfWrite(request));
        return S3Response.Xml(S3Xml.Document(
            "CopyObjectResult", new XElement("LastModified", S3Xml.Time(stored.LastModified)), new XElement("ETag", stored.ETag)));
    }

    /// <summary>Opens the object that <c>x-amz-copy-source</c> names, if the caller may read it.</summary>
    public static (StoredObject Object, Stream Content) OpenSource(S3Call call)
    {
        var (name, key) = SourceOf(call.Request);
        var bucket = call.Buckets.Find(name) ?? throw S3Exception.NoSuchBucket(name ?? "");
        var source = call with { Bucket = bucket, Request = call.Request with { Key = key } };
        source.DemandOnObject("s3:GetObject");
        var opened = bucket.Store.Open(key) ?? throw source.Missing();
        try
        {
            CheckConditions(call.Request, opened.Object);
            return opened;
        }
        catch
        {
            opened.Content.Dispose();
            throw;
        }
    }

    private static (string? Bucket, string Key) SourceOf(S3Request request)
    {
        var source = request.Header("x-amz-copy-source")!;
        if (source.Contains('?', StringComparison.Ordinal))
        {
            throw S3Exception.NotOffered("x-amz-copy-source with a version");
        }

        var (bucket, key) = S3Address.Of("", source.StartsWith('/') ? source : $"/{source}");
        return (bucket, key ?? throw S3Exception.InvalidArgument(
            "Invalid copy source object key", "x-amz-copy-source", source));
    }

    // The same conditions as those of a read, under other names.
    private static void CheckConditions(S3Request request, StoredObject found)
    {
        const string Prefix = "x-amz-copy-source-";
        var headers = new Microsoft.AspNetCore.Http.HeaderDictionary();
        foreach (var (name, value) in request.Headers)
        {
            if (name.StartsWith(Prefix + "if-", StringComparison.OrdinalIgnoreCase))
            {
                headers[name[Prefix.Length..]] = value;
            }
        }

        if (Preconditions.IsNotModified(request with { Headers = headers }, found))
        {
            throw S3Exception.PreconditionFailed(Prefix + "If-None-Match");
        }
    }
}
