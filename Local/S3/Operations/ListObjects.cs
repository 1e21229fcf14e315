using System.Text;
using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>ListObjectsV2</c>, and <c>ListObjects</c> for older clients: prefix, delimiter and pages. The continuation token is
/// the last key or common prefix of the page before, so that a page begins after it, whatever was written in between.
/// </summary>
internal static class ListObjects
{
    private const int LargestPage = 1000;

    public static S3Response Run(S3Call call)
    {
        call.DemandOnBucket("s3:ListBucket");
        var request = call.Request;
        var isV2 = request.Parameter("list-type") == "2";
        var encode = Encoding(request);
        var size = PageSize(request);
        var prefix = request.Parameter("prefix") ?? "";
        var delimiter = request.Parameter("delimiter") is { Length: > 0 } given ? given : null;
        var token = isV2 ? request.Parameter("continuation-token") : null;
        var after = token is not null ? Decode(token) : request.Parameter(isV2 ? "start-after" : "marker");
        var page = ListingPage.Of(call.Bucket.Store.Objects, prefix, delimiter, after ?? "", size);
        var next = page.Next;
        return S3Response.Xml(S3Xml.Document(
            "ListBucketResult",
            new XElement("Name", call.Bucket.Name),
            new XElement("Prefix", encode(prefix)),
            isV2 ? null : new XElement("Marker", encode(request.Parameter("marker") ?? "")),
            isV2 && request.Parameter("start-after") is { } startAfter ? new XElement("StartAfter", encode(startAfter)) : null,
            token is null ? null : new XElement("ContinuationToken", token),
            isV2 && next is not null ? new XElement("NextContinuationToken", Encode(next)) : null,
            !isV2 && next is not null && delimiter is not null ? new XElement("NextMarker", encode(next)) : null,
            isV2 ? new XElement("KeyCount", page.Objects.Count + page.CommonPrefixes.Count) : null,
            new XElement("MaxKeys", size),
            delimiter is null ? null : new XElement("Delimiter", encode(delimiter)),
            request.Parameter("encoding-type") is { } type ? new XElement("EncodingType", type) : null,
            new XElement("IsTruncated", next is not null),
            page.Objects.Select(stored => Contents(stored, encode, owner: !isV2 || request.Parameter("fetch-owner") == "true")),
            page.CommonPrefixes.Select(common => new XElement("CommonPrefixes", new XElement("Prefix", encode(common))))));
    }

    /// <summary>How keys are written: as they are, or percent-encoded on request since XML cannot hold every character.</summary>
    public static Func<string, string> Encoding(S3Request request) => request.Parameter("encoding-type") switch
    {
        null or "" => static key => key,
        "url" => static key => Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal),
        var other => throw S3Exception.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", other),
    };

    /// <summary>The owner of everything in the one account.</summary>
    public static XElement Owner(string name = "Owner") => new(name, new XElement("ID", Account.Id));

    private static XElement Contents(StoredObject stored, Func<string, string> encode, bool owner) => new(
        "Contents",
        new XElement("Key", encode(stored.Key)),
        new XElement("LastModified", S3Xml.Time(stored.LastModified)),
        new XElement("ETag", stored.ETag),
        ChecksumFields.Kind(stored.Checksum),
        new XElement("Size", stored.Size),
        owner ? Owner() : null,
        new XElement("StorageClass", stored.SystemMetadata.GetValueOrDefault("x-amz-storage-class", "STANDARD")));

    private static int PageSize(S3Request request) =>
        Math.Min(PageNumber.Of(request.Parameter("max-keys"), "max-keys") ?? LargestPage, LargestPage);

    /// <summary>The token after which the next page begins.</summary>
    public static string Encode(string key) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(key));

    /// <summary>What a token says.</summary>
    /// <exception cref="S3Exception">It is none of ours.</exception>
    public static string Decode(string token)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(Convert.FromBase64String(token));
        }
        catch (Exception mistake) when (mistake is FormatException or DecoderFallbackException)
        {
            throw S3Exception.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        }
    }
}
