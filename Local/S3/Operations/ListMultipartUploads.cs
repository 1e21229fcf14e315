using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>ListMultipartUploads</c>: prefix, delimiter and pages, by key and then by upload id
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html).
/// </summary>
internal static class ListMultipartUploads
{
    private const int LargestPage = 1000;

    public static S3Response Run(S3Call call)
    {
        call.DemandOnBucket("s3:ListBucketMultipartUploads");
        var request = call.Request;
        var encode = ListObjects.Encoding(request);
        var (prefix, delimiter) = (request.Parameter("prefix") ?? "", request.Parameter("delimiter") ?? "");
        var keyMarker = request.Parameter("key-marker") ?? "";

        // Without a key the id alone marks nothing.
        var idMarker = keyMarker.Length > 0 ? request.Parameter("upload-id-marker") ?? "" : "";
        var size = Math.Min(PageNumber.Of(request.Parameter("max-uploads"), "max-uploads") ?? LargestPage, LargestPage);
        if (size == 0)
        {
            throw S3Exception.InvalidArgument("Argument max-uploads must be an integer between 1 and 1000", "max-uploads", "0");
        }

        var rest = call.Bucket.Uploads.All()
            .Where(upload => upload.Described.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(upload => new Row(ListingPage.GroupOf(upload.Described.Key, prefix, delimiter), upload.Id, upload.Described))
            .Where(row => IsBehind(row, keyMarker, idMarker))
            .OrderBy(static row => row.Name, KeyOrder.Instance).ThenBy(static row => row.Id, StringComparer.Ordinal)
            .DistinctBy(static row => (row.Name, row.Group is null ? row.Id : ""))
            .ToList();
        var page = rest.Take(size).ToList();
        var next = rest.Count > page.Count ? page[^1] : null;
        return S3Response.Xml(S3Xml.Document(
            "ListMultipartUploadsResult",
            new XElement("Bucket", call.Bucket.Name),
            new XElement("KeyMarker", encode(keyMarker)),
            new XElement("UploadIdMarker", idMarker),
            next is null ? null : new XElement("NextKeyMarker", encode(next.Name)),
            next is null ? null : new XElement("NextUploadIdMarker", next.Group is null ? next.Id : ""),
            new XElement("Prefix", encode(prefix)),
            delimiter.Length == 0 ? null : new XElement("Delimiter", encode(delimiter)),
            request.Parameter("encoding-type") is { } type ? new XElement("EncodingType", type) : null,
            new XElement("MaxUploads", size),
            new XElement("IsTruncated", next is not null),
            page.Where(static row => row.Group is null).Select(row => Upload(row, encode)),
            page.Where(static row => row.Group is not null)
                .Select(row => new XElement("CommonPrefixes", new XElement("Prefix", encode(row.Name))))));
    }

    private static XElement Upload(Row row, Func<string, string> encode) => new(
        "Upload",
        new XElement("Key", encode(row.Name)),
        new XElement("UploadId", row.Id),
        ListObjects.Owner("Initiator"),
        ListObjects.Owner(),
        new XElement("StorageClass", row.Described.SystemMetadata.GetValueOrDefault("x-amz-storage-class", "STANDARD")),
        ChecksumFields.Kind(row.Described.Checksum),
        new XElement("Initiated", S3Xml.Time(row.Described.LastModified)));

    // Of the uploads for the marker's own key those with a greater id, if an id is given; else none.
    private static bool IsBehind(Row row, string keyMarker, string idMarker) => KeyOrder.Instance.Compare(row.Name, keyMarker) switch
    {
        > 0 => true,
        0 => row.Group is null && idMarker.Length > 0 && string.CompareOrdinal(row.Id, idMarker) > 0,
        _ => keyMarker.Length == 0,
    };

    /// <summary>A row of the listing: an upload, or the group that it belongs to.</summary>
    private sealed record Row(string? Group, string Id, StoredObject Described)
    {
        public string Name => Group ?? Described.Key;
    }
}
