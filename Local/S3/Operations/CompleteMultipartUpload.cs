using System.Globalization;
using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;
using Part = Lexicon.Local.S3.Storage.MultipartUploads.Part;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>CompleteMultipartUpload</c>: the named parts in ascending order, each but the last at least 5 MiB
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html).
/// </summary>
internal static class CompleteMultipartUpload
{
    private const long SmallestPart = 5 * 1024 * 1024;

    public static async Task<S3Response> RunAsync(S3Call call)
    {
        call.DemandOnObject("s3:PutObject");
        var id = call.Request.Parameter("uploadId")!;
        var described = call.Bucket.Uploads.Find(id, call.Key);
        MultipartChecksum.CheckCompletion(call.Request, described.Checksum);
        var document = await S3Xml.ReadAsync(call.Request, "CompleteMultipartUpload");
        var parts = Chosen(document, call.Bucket.Uploads.Parts(id), described.Checksum);
        CheckSize(call.Request, parts);
        var stored = await StoreAsync(call, id, described, parts);
        call.Bucket.Uploads.Remove(id);
        call.ReportCreated(stored, "CompleteMultipartUpload");
        var response = S3Response.Xml(S3Xml.Document(
            "CompleteMultipartUploadResult",
            new XElement("Location", $"https://{call.Bucket.Name}.s3.{Account.Region}.amazonaws.com/{Uri.EscapeDataString(call.Key)}"),
            new XElement("Bucket", call.Bucket.Name),
            new XElement("Key", call.Key),
            new XElement("ETag", stored.ETag),
            ChecksumFields.Elements(stored.Checksum)));
        ObjectHeaders.WriteEncryption(response.Headers);
        return response;
    }

    private static async Task<StoredObject> StoreAsync(S3Call call, string id, StoredObject described, List<Part> parts)
    {
        var composite = described.Checksum is { Type: StoredChecksum.Composite } chosen ? MultipartChecksum.OfParts(chosen, parts) : null;
        var algorithm = composite is null ? described.Checksum?.Algorithm ?? StoredChecksum.DefaultAlgorithm : null;
        await using var content = new ConcatenatedStream(parts.Select(part => call.Bucket.Uploads.Open(id, part)));
        using var upload = await call.Bucket.Store.ReceiveAsync(content, algorithm, call.Request.Cancellation);
        if (described.Checksum is not null)
        {
            MultipartChecksum.CheckWhole(call.Request, composite ?? upload.Checksum!);
        }

        return call.Bucket.Store.Commit(
            upload,
            described with
            {
                ETag = MultipartChecksum.ETagOf(parts),
                Checksum = composite ?? upload.Checksum,
                Parts = [.. parts.Select(static part => new StoredPart(part.Number, part.Size, part.Checksum))],
            },
            Preconditions.OfWrite(call.Request));
    }

    private static List<Part> Chosen(XElement document, IReadOnlyList<Part> arrived, StoredChecksum? checksum)
    {
        var chosen = new List<Part>();
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

            chosen.Add(PartOf(entry, number, arrived, checksum));
        }

        if (chosen.Count == 0)
        {
            throw S3Exception.MalformedXml();
        }

        return chosen.SkipLast(1).FirstOrDefault(static part => part.Size < SmallestPart) is not { } small ? chosen : throw new S3Exception(
            400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
        {
            Details =
            [
                ("ProposedSize", small.Size.ToString(CultureInfo.InvariantCulture)),
                ("MinSizeAllowed", SmallestPart.ToString(CultureInfo.InvariantCulture)),
                ("PartNumber", small.Number.ToString(CultureInfo.InvariantCulture)),
                ("ETag", small.Md5),
            ],
        };
    }

    private static Part PartOf(XElement entry, int number, IReadOnlyList<Part> arrived, StoredChecksum? checksum)
    {
        var etag = entry.Element("ETag")?.Value.Trim('"');
        var part = arrived.FirstOrDefault(part => part.Number == number && part.Md5 == etag);
        return part is not null && MultipartChecksum.Holds(entry, part, checksum) ? part : throw new S3Exception(
            400, "InvalidPart", "One or more of the specified parts could not be found.  The part may not have been uploaded, "
                + "or the specified entity tag may not match the part's entity tag.");
    }

    private static void CheckSize(S3Request request, List<Part> parts)
    {
        const string Header = "x-amz-mp-object-size";
        var size = parts.Sum(static part => part.Size);
        if (request.Header(Header) is { } said && said != size.ToString(CultureInfo.InvariantCulture))
        {
            throw S3Exception.InvalidRequest(
                $"The provided '{Header}' header value {said} does not match what was computed: {size}");
        }
    }
}
