using System.Globalization;
using System.Xml.Linq;

namespace Lexicon.Local.S3;

/// <summary><c>UploadPart</c> and <c>UploadPartCopy</c>.</summary>
internal static class UploadPart
{
    private const int Last = 10_000;

    public static async Task<S3Response> RunAsync(S3Call call)
    {
        call.DemandOnObject("s3:PutObject");
        var request = call.Request;
        var id = request.Parameter("uploadId")!;
        var number = NumberOf(request.Parameter("partNumber"));
        call.Bucket.Uploads.Find(id, call.Key);
        return request.Headers.ContainsKey("x-amz-copy-source")
            ? await CopyAsync(call, id, number)
            : await ReceiveAsync(call, id, number);
    }

    private static async Task<S3Response> ReceiveAsync(S3Call call, string id, int number)
    {
        using var upload = await ObjectBody.ReceiveAsync(call);
        var response = new S3Response(200);
        response.Headers.ETag = call.Bucket.Uploads.Add(id, number, upload).ETag;
        if (upload.Checksum is { } checksum)
        {
            response.Headers[$"x-amz-checksum-{checksum.Algorithm.ToLowerInvariant()}"] = checksum.Value;
        }

        return response;
    }

    private static async Task<S3Response> CopyAsync(S3Call call, string id, int number)
    {
        var (source, content) = CopyObject.OpenSource(call);
        await using var whole = content;
        var range = call.Request.Header("x-amz-copy-source-range") is { } header ? ByteRange.Parse(header, source.Size) : null;
        var (start, length) = range ?? (0, source.Size);
        content.Position = start;
        await using var bounded = new BoundedStream(content, length);
        using var upload = await call.Bucket.Store.ReceiveAsync(bounded, null, call.Request.Cancellation);
        var part = call.Bucket.Uploads.Add(id, number, upload);
        return S3Response.Xml(S3Xml.Document(
            "CopyPartResult", new XElement("LastModified", S3Xml.Time(source.LastModified)), new XElement("ETag", part.ETag)));
    }

    private static int NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Last
            ? number
            : throw S3Exception.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", text ?? "");
}
