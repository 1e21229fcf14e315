using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>CreateMultipartUpload</c>.</summary>
internal static class CreateMultipartUpload
{
    public static S3Response Run(S3Call call)
    {
        call.DemandOnObject("s3:PutObject");
        var described = ObjectTags.Describe(call) with { Checksum = MultipartChecksum.Chosen(call.Request) };
        var id = call.Bucket.Uploads.Begin(described);
        var response = S3Response.Xml(S3Xml.Document(
            "InitiateMultipartUploadResult",
            new XElement("Bucket", call.Bucket.Name),
            new XElement("Key", call.Key),
            new XElement("UploadId", id)));
        ObjectHeaders.WriteEncryption(response.Headers);
        if (described.Checksum is { } checksum)
        {
            response.Headers["x-amz-checksum-algorithm"] = checksum.Algorithm;
            response.Headers["x-amz-checksum-type"] = checksum.Type;
        }

        return response;
    }
}
