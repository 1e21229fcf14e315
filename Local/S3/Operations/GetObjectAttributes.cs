using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>GetObjectAttributes</c>, every part on one page
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html).
/// </summary>
internal static class GetObjectAttributes
{
    private const string Header = "x-amz-object-attributes";
    private static readonly string[] Known = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];

    public static S3Response Run(S3Call call)
    {
        call.DemandOnObject("s3:GetObject");
        call.DemandOnObject("s3:GetObjectAttributes");
        var asked = Asked(call.Request);
        var stored = call.Bucket.Store.Find(call.Key) ?? throw call.Missing();
        var response = S3Response.Xml(S3Xml.Document(
            "GetObjectAttributesResponse", Known.Where(asked.Contains).Select(name => Attribute(name, stored))));
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

    private static XElement? Attribute(string name, StoredObject stored) => name switch
    {
        "ETag" => new(name, stored.ETag.Trim('"')),
        "Checksum" => stored.Checksum is null ? null : new(name, ChecksumFields.Elements(stored.Checksum)),
        "ObjectParts" => stored.Parts.Count == 0 ? null : Parts(stored),
        "StorageClass" => new(name, stored.SystemMetadata.GetValueOrDefault("x-amz-storage-class", "STANDARD")),
        _ => new(name, stored.Size),
    };

    // The parts themselves are listed only where they have checksums.
    private static XElement Parts(StoredObject stored) => new(
        "ObjectParts",
        new XElement("PartsCount", stored.Parts.Count),
        from part in stored.Parts
        where part.Checksum is not null
        select new XElement(
            "Part",
            new XElement("PartNumber", part.Number),
            new XElement("Size", part.Size),
            new XElement(ChecksumFields.Element(stored.Checksum!.Algorithm), part.Checksum)));
}
