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
    private static readonly string[] CustomerKeys =
        ["x-amz-server-side-encryption-customer-", "x-amz-copy-source-server-side-encryption-customer-"];

    private static readonly string[] System =
    [
        "cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires",
        "x-amz-storage-class",
    ];

    // The client relies on what these ask for, so that one that is not done must not be accepted.
    private static readonly string[] NotOffered =
    [
        "x-amz-website-redirect-location", "x-amz-object-lock-mode", "x-amz-object-lock-retain-until-date",
        "x-amz-object-lock-legal-hold", "x-amz-write-offset-bytes", "x-amz-server-side-encryption-aws-kms-key-id",
        "x-amz-server-side-encryption-context",
    ];

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html: access control lists are disabled.
    private static readonly string[] Grants =
    [
        "x-amz-grant-read", "x-amz-grant-write", "x-amz-grant-full-control", "x-amz-grant-read-acp", "x-amz-grant-write-acp",
    ];

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html: those of buckets in a Region.
    private static readonly string[] StorageClasses =
    [
        "STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "GLACIER_IR",
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

    /// <summary>Refuses keys of the customer, for an object that is written, read or copied from.</summary>
    /// <exception cref="S3Exception">The request has one.</exception>
    public static void RefuseCustomerKeys(S3Request request)
    {
        if (request.Headers.Keys.FirstOrDefault(static name => CustomerKeys.Any(
            prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))) is { } name)
        {
            throw S3Exception.NotOffered($"the header {name}");
        }
    }

    private static void Refuse(S3Request request)
    {
        if (NotOffered.FirstOrDefault(request.Headers.ContainsKey) is { } name)
        {
            throw S3Exception.NotOffered($"the header {name}");
        }

        RefuseCustomerKeys(request);
        if (Grants.FirstOrDefault(request.Headers.ContainsKey) is { } grant)
        {
            throw new S3Exception(400, "AccessControlListNotSupported", $"The bucket does not allow ACLs ({grant})");
        }

        if (request.Header("x-amz-storage-class") is { } storage && !StorageClasses.Contains(storage))
        {
            throw new S3Exception(400, "InvalidStorageClass", "The storage class you specified is not valid")
            {
                Details = [("StorageClassRequested", storage)],
            };
        }

        if (request.Header("x-amz-acl") is { } acl and not "private" and not "bucket-owner-full-control")
        {
            throw new S3Exception(400, "AccessControlListNotSupported", $"The bucket does not allow ACLs ({acl})");
        }

        if (request.Header("x-amz-server-side-encryption") is { } encryption and not "AES256")
        {
            throw encryption is "aws:kms" or "aws:kms:dsse" or "aws:fsx"
                ? S3Exception.NotOffered($"the header x-amz-server-side-encryption with {encryption}")
                : new S3Exception(400, "InvalidEncryptionAlgorithmError", "The encryption request you specified is not valid.");
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
