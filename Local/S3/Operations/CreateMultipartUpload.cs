using System.Xml.Linq;

namespace Lexicon.Local.S3;

/// <summary><c>CreateMultipartUpload</c>.</summary>
internal static class CreateMultipartUpload
{
    public static S3Response Run(S3Call call)
    {
        call.DemandOnObject("s3:PutObject");
        PutObject.CheckKey(call.Key);
        var id = call.Bucket.Uploads.Begin(ObjectHeaders.Describe(call.Request));
        return S3Response.Xml(S3Xml.Document(
            "InitiateMultipartUploadResult",
            new XElement("Bucket", call.Bucket.Name),
            new XElement("Key", call.Key),
            new XElement("UploadId", id)));
    }
}
