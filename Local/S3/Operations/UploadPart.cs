using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>UploadPart</c> and <c>UploadPartCopy</c>.</summary>
internal static class UploadPart
{
    public static async Task<S3Response> RunAsync(S3Call call)
    {
        call.DemandOnObject("s3:PutObject");
        var request = call.Request;
        var number = PartNumber.Of(request.Parameter("partNumber"));
        var id = request.Parameter("uploadId")!;
        var chosen = call.Bucket.Uploads.Find(id, call.Key).Checksum;
        var response = request.Headers.ContainsKey("x-amz-copy-source")
            ? await CopyAsync(call, id, number, chosen)
            : await ReceiveAsync(call, id, number, chosen);
        ObjectHeaders.WriteEncryption(response.Headers);
        return response;
    }

    private static async Task<S3Response> ReceiveAsync(S3Call call, string id, int number, StoredChecksum? chosen)
    {
        MultipartChecksum.CheckPart(call.Request, chosen);
        using var upload = await ObjectBody.ReceiveAsync(call, chosen?.Algorithm ?? StoredChecksum.DefaultAlgorithm);
        var checksum = upload.Checksum!;
        var part = call.Bucket.Uploads.Add(id, number, upload, chosen is null ? null : checksum.Value);
        var response = new S3Response(200);
        response.Headers.ETag = part.ETag;
        response.Headers[ChecksumFields.Header(checksum.Algorithm)] = checksum.Value;
        return response;
    }

    private static async Task<S3Response> CopyAsync(S3Call call, string id, int number, StoredChecksum? chosen)
    {
        var (source, content) = CopyObject.OpenSource(call);
        await using var whole = content;
        var (start, length) = CopyRange.Of(call.Request, source.Size);
        content.Position = start;
        await using var bounded = new BoundedStream(content, length);
        using var upload = await call.Bucket.Store.ReceiveAsync(bounded, chosen?.Algorithm, call.Request.Cancellation);
        var part = call.Bucket.Uploads.Add(id, number, upload, upload.Checksum?.Value);
        return S3Response.Xml(S3Xml.Document(
            "CopyPartResult",
            new XElement("LastModified", S3Xml.Time(source.LastModified)),
            new XElement("ETag", part.ETag),
            chosen is null ? null : new XElement(ChecksumFields.Element(chosen.Algorithm), part.Checksum)));
    }
}
