using System.Xml.Linq;

namespace Lexicon.Local.S3;

/// <summary><c>ListParts</c>, every part on one page.</summary>
internal static class ListParts
{
    public static S3Response Run(S3Call call)
    {
        call.DemandOnObject("s3:ListMultipartUploadParts");
        var id = call.Request.Parameter("uploadId")!;
        var chosen = call.Bucket.Uploads.Find(id, call.Key).Checksum;
        return S3Response.Xml(S3Xml.Document(
            "ListPartsResult",
            new XElement("Bucket", call.Bucket.Name),
            new XElement("Key", call.Key),
            new XElement("UploadId", id),
            ListObjects.Owner("Initiator"),
            ListObjects.Owner(),
            new XElement("StorageClass", "STANDARD"),
            new XElement("IsTruncated", false),
            ChecksumFields.Kind(chosen),
            call.Bucket.Uploads.Parts(id).Select(part => new XElement(
                "Part",
                new XElement("PartNumber", part.Number),
                new XElement("ETag", part.ETag),
                new XElement("Size", part.Size),
                chosen is null ? null : new XElement(ChecksumFields.Element(chosen.Algorithm), part.Checksum)))));
    }
}
