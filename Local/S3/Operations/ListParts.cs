using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>ListParts</c>, in pages (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html).</summary>
internal static class ListParts
{
    private const int LargestPage = 1000;

    public static S3Response Run(S3Call call)
    {
        call.DemandOnObject("s3:ListMultipartUploadParts");
        var id = call.Request.Parameter("uploadId")!;
        var chosen = call.Bucket.Uploads.Find(id, call.Key).Checksum;
        var size = Math.Min(PageNumber.Of(call.Request.Parameter("max-parts"), "max-parts") ?? LargestPage, LargestPage);
        var after = PageNumber.Of(call.Request.Parameter("part-number-marker"), "part-number-marker") ?? 0;
        var rest = call.Bucket.Uploads.Parts(id).Where(part => part.Number > after).ToList();
        var page = rest.Take(size).ToList();
        return S3Response.Xml(S3Xml.Document(
            "ListPartsResult",
            new XElement("Bucket", call.Bucket.Name),
            new XElement("Key", call.Key),
            new XElement("UploadId", id),
            ListObjects.Owner("Initiator"),
            ListObjects.Owner(),
            new XElement("StorageClass", "STANDARD"),
            new XElement("PartNumberMarker", after),
            page.Count == 0 ? null : new XElement("NextPartNumberMarker", page[^1].Number),
            new XElement("MaxParts", size),
            new XElement("IsTruncated", rest.Count > page.Count),
            ChecksumFields.Kind(chosen),
            page.Select(part => new XElement(
                "Part",
                new XElement("PartNumber", part.Number),
                new XElement("ETag", part.ETag),
                new XElement("Size", part.Size),
                chosen is null ? null : new XElement(ChecksumFields.Element(chosen.Algorithm), part.Checksum)))));
    }
}
