using System.Globalization;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3.Operations;

/// <summary>Converts between the headers of requests and responses and what is stored of an object.</summary>
internal static class ObjectHeaders
{
    private const string UserPrefix = "x-amz-meta-";
    private const int LargestUserMetadata = 2 * 1024;
    private static readonly string[] System =
    [
        "cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires",
        "x-amz-storage-class",
    ];

    // The client relies on what these ask for, so that one that is not done must not be accepted.
    private static readonly string[] NotOffered =
    [
        "x-amz-website-redirect-location", "x-amz-object-lock-mode", "x-amz-object-lock-retain-until-date",
        "x-amz-object-lock-legal-hold", "x-amz-server-side-encryption-customer-algorithm", "x-amz-grant-read",
        "x-amz-grant-write", "x-amz-grant-full-control", "x-amz-grant-read-acp", "x-amz-grant-write-acp",
        "x-amz-write-offset-bytes",
    ];

    /// <summary>The object that a request describes, its key and metadata.</summary>
    /// <exception cref="S3Exception">A header asks for what is not offered, or there is too much of it.</exception>
    public static StoredObject Describe(S3Request request)
    {
        Refuse(request);
        var user = UserMetadata(request);
        if (user.Sum(entry => entry.Key.Length + entry.Value.Length) > LargestUserMetadata)
        {
            throw new S3Exception(
                400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");
        }

        return new() { Key = request.Key!, SystemMetadata = SystemMetadata(request), UserMetadata = user };
    }

    /// <summary>Puts what is stored into the headers of a response.</summary>
    public static void Write(StoredObject stored, IHeaderDictionary headers)
    {
        headers.LastModified = stored.LastModified.ToString("R", CultureInfo.InvariantCulture);
        headers.ETag = stored.ETag;
        headers.AcceptRanges = "bytes";
        headers.ContentType = "binary/octet-stream";
        foreach (var (name, value) in stored.SystemMetadata)
        {
            // S3 leaves it out for the standard class.
            if (name != "x-amz-storage-class" || value != "STANDARD")
            {
                headers[name] = EncodedWord.Blanked(value);
            }
        }

        foreach (var (name, value) in stored.UserMetadata)
        {
            headers[UserPrefix + name] = EncodedWord.Of(value);
        }

        WriteEncryption(headers);
    }

    /// <summary>
    /// Says how the object is encrypted: each new one is, with S3's own keys
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html).
    /// </summary>
    public static void WriteEncryption(IHeaderDictionary headers) => headers["x-amz-server-side-encryption"] = "AES256";

    private static void Refuse(S3Request request)
    {
        if (NotOffered.FirstOrDefault(request.Headers.ContainsKey) is { } name)
        {
            throw S3Exception.NotOffered($"the header {name}");
        }

        if (request.Header("x-amz-acl") is { } acl and not "private" and not "bucket-owner-full-control")
        {
            throw new S3Exception(400, "AccessControlListNotSupported", $"The bucket does not allow ACLs ({acl})");
        }

        if (request.Header("x-amz-server-side-encryption") is { } encryption and not "AES256")
        {
            throw S3Exception.NotOffered($"the header x-amz-server-side-encryption with {encryption}");
        }
    }

    private static Dictionary<string, string> SystemMetadata(S3Request request)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in System)
        {
            var value = name == "content-encoding"
                ? ContentEncoding(request.Headers[name].ToString())
                : request.Headers[name].ToString();
            if (value.Length > 0)
            {
                found[name] = value;
            }
        }

        return found;
    }

    // How the body was sent is not a property of the object
    // (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html).
    private static string ContentEncoding(string value) => !value.Contains("aws-chunked", StringComparison.Ordinal)
        ? value
        : string.Join(',', value.Split(',', StringSplitOptions.TrimEntries).Where(static one => one is not ("aws-chunked" or "")));

    private static Dictionary<string, string> UserMetadata(S3Request request) => request.Headers
        .Where(header => header.Key.StartsWith(UserPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Key[UserPrefix.Length..].ToLowerInvariant(), header => header.Value.ToString());
}
