using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// The tags in a header or a document, and what they may be
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html).
/// </summary>
internal static partial class ObjectTags
{
    private const string Header = "x-amz-tagging";
    private const int Most = 10;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>The object that a write describes, with its tags, if the caller may write them.</summary>
    /// <exception cref="S3Exception">The caller may not, or something in the headers is refused.</exception>
    public static StoredObject Describe(S3Call call)
    {
        ObjectKey.Check(call.Key);
        var described = ObjectHeaders.Describe(call.Request) with { Tags = OfHeader(call.Request.Header(Header)) };
        if (described.Tags.Count > 0)
        {
            call.DemandOnObject("s3:PutObjectTagging");
        }

        return described;
    }

    /// <summary>The tags of a <c>Tagging</c> document.</summary>
    /// <exception cref="S3Exception">It is not one, or S3 does not take its tags.</exception>
    public static IReadOnlyList<ObjectTag> OfDocument(XElement tagging)
    {
        var set = tagging.Element("TagSet") ?? throw S3Exception.MalformedXml();
        return Checked([.. set.Elements().Select(static tag => new ObjectTag(
            tag.Element("Key")?.Value ?? throw S3Exception.MalformedXml(),
            tag.Element("Value")?.Value ?? throw S3Exception.MalformedXml()))]);
    }

    /// <summary>The tags as a <c>Tagging</c> document.</summary>
    public static XElement Document(IReadOnlyList<ObjectTag> tags) => S3Xml.Document(
        "Tagging",
        new XElement("TagSet", tags.Select(static tag => new XElement(
            "Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value)))));

    private static IReadOnlyList<ObjectTag> OfHeader(string? header)
    {
        var tags = QueryHelpers.ParseQuery(header);
        return tags.Values.All(static values => values.Count == 1)
            ? Checked([.. tags.Select(static tag => new ObjectTag(tag.Key, tag.Value.ToString()))])
            : throw S3Exception.InvalidArgument(
                $"The header '{Header}' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
                Header,
                header!);
    }

    private static IReadOnlyList<ObjectTag> Checked(IReadOnlyList<ObjectTag> tags)
    {
        if (tags.Count > Most)
        {
            throw new S3Exception(
                400, "BadRequest", string.Create(CultureInfo.InvariantCulture, $"Object tags cannot be greater than {Most}"));
        }

        foreach (var tag in tags)
        {
            if (tag.Key.Length is 0 or > LongestKey || !Allowed().IsMatch(tag.Key))
            {
                throw Invalid("The TagKey you have provided is invalid", tag.Key);
            }

            if (tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw Invalid("System tags cannot be added/updated by requester", tag.Key);
            }

            if (tag.Value.Length > LongestValue || !Allowed().IsMatch(tag.Value))
            {
                throw Invalid("The TagValue you have provided is invalid", tag.Key, tag.Value);
            }
        }

        return tags.GroupBy(static tag => tag.Key).FirstOrDefault(static group => group.Skip(1).Any()) is { } twice
            ? throw Invalid("Cannot provide multiple Tags with the same key", twice.Key)
            : tags;
    }

    private static S3Exception Invalid(string message, string key, string? value = null) => new(400, "InvalidTag", message)
    {
        Details = value is null ? [("TagKey", key)] : [("TagKey", key), ("TagValue", value)],
    };

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")]
    private static partial Regex Allowed();
}
