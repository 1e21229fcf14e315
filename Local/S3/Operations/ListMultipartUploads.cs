using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>ListMultipartUploads</c>, every upload with the prefix on one page.</summary>
internal static class ListMultipartUploads
{
    public static S3Response Run(S3Call call)
    {
        call.DemandOnBucket("s3:ListBucketMultipartUploads");
        var prefix = call.Request.Parameter("prefix") ?? "";
        var encode = ListObjects.Encoding(call.Request);
        return S3Response.Xml(S3Xml.Document(
            "ListMultipartUploadsResult",
            new XElement("Bucket", call.Bucket.Name),
            new XElement("Prefix", encode(prefix)),
            new XElement("IsTruncated", false),
            from upload in call.Bucket.Uploads.All()
            where upload.Described.Key.StartsWith(prefix, StringComparison.Ordinal)
            select new XElement(
                "Upload",
                new XElement("Key", encode(upload.Described.Key)),
                new XElement("UploadId", upload.Id),
                ListObjects.Owner("Initiator"),
                ListObjects.Owner(),
                new XElement("StorageClass", "STANDARD"),
                ChecksumFields.Kind(upload.Described.Checksum),
                new XElement("Initiated", S3Xml.Time(upload.Described.LastModified)))));
    }
}
