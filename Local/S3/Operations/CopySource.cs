using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3.Operations;

/// <summary>The object that <c>x-amz-copy-source</c> names (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html).</summary>
internal static class CopySource
{
    private const string Header = "x-amz-copy-source";

    /// <summary>The call as it would be if the source itself were asked for.</summary>
    public static S3Call Of(S3Call call)
    {
        var (name, key) = Named(call.Request);
        var bucket = call.Buckets.Find(name) ?? throw S3Exception.NoSuchBucket(name ?? "");
        BucketOwner.CheckSource(call.Request);
        ObjectKey.Check(key);
        return call with { Bucket = bucket, Request = call.Request with { Key = key } };
    }

    /// <summary>Checks the conditions on the source: those of a read, under other names.</summary>
    public static void CheckConditions(S3Request request, StoredObject found)
    {
        const string Prefix = Header + "-";
        var headers = new HeaderDictionary();
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

    private static (string? Bucket, string Key) Named(S3Request request)
    {
        var source = request.Header(Header)!;
        var question = source.IndexOf('?', StringComparison.Ordinal);
        if (question >= 0 && source[question..] != "?versionId=null")
        {
            throw S3Exception.NotOffered($"{Header} with a version");
        }

        var path = question < 0 ? source : source[..question];
        var (bucket, key) = S3Address.Parse("", path.StartsWith('/') ? path : $"/{path}");
        return (bucket, key ?? throw S3Exception.InvalidArgument("Invalid copy source object key", Header, source));
    }
}
