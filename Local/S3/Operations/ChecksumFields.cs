using System.Xml.Linq;
using Lexicon.Local.S3.Storage;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3.Operations;

/// <summary>How checksums stand in headers and documents (https://docs.aws.amazon.com/AmazonS3/latest/API/API_Checksum.html).</summary>
internal static class ChecksumFields
{
    private const string Prefix = "x-amz-checksum-";

    /// <summary>The header of an algorithm, such as <c>x-amz-checksum-sha256</c>.</summary>
    public static string Header(string algorithm) => Prefix + algorithm.ToLowerInvariant();

    /// <summary>The element of an algorithm, such as <c>ChecksumSHA256</c>.</summary>
    public static string Element(string algorithm) => $"Checksum{algorithm}";

    /// <summary>Puts a checksum into the headers of a response.</summary>
    public static void Write(StoredChecksum? checksum, IHeaderDictionary headers)
    {
        if (checksum is not null)
        {
            headers[Header(checksum.Algorithm)] = checksum.Value;
            headers["x-amz-checksum-type"] = checksum.Type;
        }
    }

    /// <summary>A checksum as elements of a document.</summary>
    public static IEnumerable<XElement> Elements(StoredChecksum? checksum) => checksum is null
        ? []
        : [new(Element(checksum.Algorithm), checksum.Value), new("ChecksumType", checksum.Type)];

    /// <summary>Algorithm and type alone, as listings give them.</summary>
    public static IEnumerable<XElement> Kind(StoredChecksum? checksum) => checksum is null
        ? []
        : [new("ChecksumAlgorithm", checksum.Algorithm), new("ChecksumType", checksum.Type)];
}
