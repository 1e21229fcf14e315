using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Lexicon.Local.S3;

/// <summary>
/// <c>CompleteMultipartUpload</c>: the named parts in ascending order, each but the last at least 5 MiB. The ETag is the
/// MD5 of the parts' MD5s with their number behind it.
/// </summary>
internal static class CompleteMultipartUpload
{
    private const long SmallestPart = 5 * 1024 * 1024;

    public static async Task<S3Response> RunAsync(S3Call call)
    {
        call.DemandOnObject("s3:PutObject");
        var id = call.Request.Parameter("uploadId")!;
        var described = call.Bucket.Uploads.Find(id, call.Key);
        var document = await S3Xml.ReadAsync(call.Request, "CompleteMultipartUpload");
        var parts = Chosen(document, call.Bucket.Uploads.Parts(id));
        var etag = ETagOf(parts);
        await using var content = new ConcatenatedStream(parts.Select(part => call.Bucket.Uploads.Open(id, part)));
        using var upload = await call.Bucket.Store.ReceiveAsync(content, null, call.Request.Cancellation);
        call.Bucket.Store.Commit(upload, described with { ETag = etag }, Preconditions.OfWrite(call.Request));
        call.Bucket.Uploads.Remove(id);
        return S3Response.Xml(S3Xml.Document(
            "CompleteMultipartUploadResult",
            new XElement("Location", $"https://{call.Bucket.Name}.s3.{Account.Region}.amazonaws.com/{Uri.EscapeDataString(call.Key)}"),
            new XElement("Bucket", call.Bucket.Name),
            new XElement("Key", call.Key),
            new XElement("ETag", etag)));
    }

    private static List<MultipartUploads.Part> Chosen(XElement document, IReadOnlyList<MultipartUploads.Part> arrived)
    {
        var chosen = new List<MultipartUploads.Part>();
        foreach (var entry in document.Elements("Part"))
        {
            if (!int.TryParse(entry.Element("PartNumber")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw S3Exception.MalformedXml();
            }

            if (chosen.Count > 0 && chosen[^1].Number >= number)
            {
                throw new S3Exception(
                    400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
            }

            var etag = entry.Element("ETag")?.Value.Trim('"');
            chosen.Add(arrived.FirstOrDefault(part => part.Number == number && part.Md5 == etag) ?? throw new S3Exception(
                400, "InvalidPart", "One or more of the specified parts could not be found.  The part may not have been uploaded, "
                    + "or the specified entity tag may not match the part's entity tag."));
        }

        if (chosen.Count == 0)
        {
            throw S3Exception.MalformedXml();
        }

        return chosen.SkipLast(1).All(part => part.Size >= SmallestPart) ? chosen : throw new S3Exception(
            400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    }

    private static string ETagOf(List<MultipartUploads.Part> parts)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var part in parts)
        {
            md5.AppendData(Convert.FromHexString(part.Md5));
        }

        return $"\"{Convert.ToHexStringLower(md5.GetHashAndReset())}-{parts.Count}\"";
    }
}
