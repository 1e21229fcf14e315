using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>GetObjectAttributes</c>, the parts in pages
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html).
/// </summary>
internal static class GetObjectAttributes
{
    private const string Header = "x-amz-object-attributes";
    private const int LargestPage = 1000;
    private static readonly string[] Known = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];

    public static S3Response Run(S3Call call)
    {
        call.DemandOnObject("s3:GetObject");
        call.DemandOnObject("s3:GetObjectAttributes");
        var asked = Asked(call.Request);
        var stored = call.Bucket.Store.Find(call.Key) ?? throw call.Missing();
        var response = S3Response.Xml(S3Xml.Document(
            "GetObjectAttributesResponse", Known.Where(asked.Contains).Select(name => Attribute(name, call.Request, stored))));
        response.Headers.LastModified = stored.LastModified.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return response;
    }

    private static HashSet<string> Asked(S3Request request)
    {
        var names = request.Headers[Header]
            .SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
            .ToHashSet();
        names.Remove("");
        return names.Count == 0 || !names.IsSubsetOf(Known)
            ? throw S3Exception.InvalidArgument("Invalid attribute name specified.", Header, request.Header(Header) ?? "")
            : names;
    }

    private static XElement? Attribute(string name, S3Request request, StoredObject stored) => name switch
    {
        "ETag" => new(name, stored.ETag.Trim('"')),
        "Checksum" => stored.Checksum is null ? null : new(name, ChecksumFields.Elements(stored.Checksum)),
        "ObjectParts" => stored.Parts.Count == 0 ? null : Parts(request, stored),
        "StorageClass" => new(name, stored.SystemMetadata.GetValueOrDefault("x-amz-storage-class", "STANDARD")),
        _ => new(name, stored.Size),
    };

    // The parts themselves are listed only where they have checksums.
    private static XElement Parts(S3Request request, StoredObject stored)
    {
        var size = Math.Min(Number(request, "x-amz-max-parts") ?? LargestPage, LargestPage);
        var after = Number(request, "x-amz-part-number-marker") ?? 0;
        var rest = stored.Parts.Where(part => part.Checksum is not null && part.Number > after).ToList();
        var page = rest.Take(size).ToList();
        return new(
            "ObjectParts",
            new XElement("PartsCount", stored.Parts.Count),
            stored.Parts.All(static part => part.Checksum is null) ? null : new object?[]
            {
                new XElement("PartNumberMarker", after),
                page.Count == 0 ? null : new XElement("NextPartNumberMarker", page[^1].Number),
                new XElement("MaxParts", size),
                new XElement("IsTruncated", rest.Count > page.Count),
            },
            page.Select(part => new XElement(
                "Part",
                new XElement("PartNumber", part.Number),
                new XElement("Size", part.Size),
                new XElement(ChecksumFields.Element(stored.Checksum!.Algorithm), part.Checksum))));
    }

    private static int? Number(S3Request request, string header) => PageNumber.Of(request.Header(header), header);
}
