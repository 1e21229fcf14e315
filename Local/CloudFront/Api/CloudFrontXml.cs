using System.Globalization;
using System.Xml.Linq;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>The documents of CloudFront's API (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Types.html).</summary>
internal static class CloudFrontXml
{
    /// <summary>The version of the API, which paths begin with.</summary>
    public const string Version = "2020-05-31";

    private static readonly XNamespace Namespace = $"http://cloudfront.amazonaws.com/doc/{Version}/";

    /// <summary><c>Invalidation</c>.</summary>
    public static XElement From(Invalidation invalidation) => Element(
        "Invalidation",
        Element("Id", invalidation.Id),
        Element("Status", "Completed"),
        Element("CreateTime", Time(invalidation.Created)),
        Element(
            "InvalidationBatch",
            List("Paths", "Path", invalidation.Paths),
            Element("CallerReference", invalidation.CallerReference)));

    /// <summary><c>InvalidationList</c>, one page.</summary>
    public static XElement Page(IReadOnlyList<Invalidation> page, string marker, int maximum, bool truncated) => Element(
        "InvalidationList",
        Element("Marker", marker),
        truncated ? Element("NextMarker", page[^1].Id) : null,
        Element("MaxItems", maximum),
        Element("IsTruncated", truncated),
        Element("Quantity", page.Count),
        Element("Items", [.. page.Select(one => Element(
            "InvalidationSummary", Element("Id", one.Id), Element("CreateTime", Time(one.Created)), Element("Status", "Completed")))]));

    /// <summary><c>DistributionList</c>.</summary>
    public static XElement From(IReadOnlyList<Distribution> distributions) => Element(
        "DistributionList",
        Element("Marker", ""),
        Element("MaxItems", 100),
        Element("IsTruncated", false),
        Element("Quantity", distributions.Count),
        Element("Items", [.. distributions.Select(one => Element("DistributionSummary", [.. Head(one), .. Config(one)]))]));

    /// <summary><c>Distribution</c>.</summary>
    public static XElement From(Distribution distribution) => Element(
        "Distribution",
        [
            .. Head(distribution),
            Element("InProgressInvalidationBatches", 0),
            Element("DistributionConfig", [Element("CallerReference", distribution.Id), .. Config(distribution)]),
        ]);

    /// <summary>Reads <c>InvalidationBatch</c>.</summary>
    /// <exception cref="CloudFrontException">It cannot be read, or names what is no path.</exception>
    public static (IReadOnlyList<string> Paths, string CallerReference) ReadBatch(XElement root)
    {
        string? Text(XElement? parent, string name) => parent?.Element(Namespace + name)?.Value;
        var paths = root.Element(Namespace + "Paths");
        string[] items = [.. paths?.Element(Namespace + "Items")?.Elements(Namespace + "Path").Select(path => path.Value) ?? []];
        if (root.Name != Namespace + "InvalidationBatch" || Text(root, "CallerReference") is not { Length: > 0 } reference)
        {
            throw CloudFrontException.Malformed("The request body is not an InvalidationBatch with a CallerReference.");
        }

        if (Text(paths, "Quantity") != items.Length.ToString(CultureInfo.InvariantCulture))
        {
            throw new CloudFrontException(400, "InconsistentQuantities", "The value of Quantity and the size of Items don't match.");
        }

        return items.Length > 0 && items.All(path => path.StartsWith('/') || path == "*")
            ? ([.. items.Select(path => path == "*" ? "/*" : path)], reference)
            : throw new CloudFrontException(400, "InvalidArgument", "Your request contains one or more invalid invalidation paths.");
    }

    private static IEnumerable<XElement> Head(Distribution distribution) =>
    [
        Element("Id", distribution.Id),
        Element("ARN", distribution.Arn),
        Element("Status", "Deployed"),
        Element("DomainName", $"{distribution.Id.ToLowerInvariant()}.cloudfront.net"),
    ];

    private static IEnumerable<XElement> Config(Distribution distribution) =>
    [
        List("Aliases", "CNAME", distribution.Aliases),
        Element("DefaultRootObject", distribution.DefaultRootObject),
        Element("Comment", ""),
        Element("Enabled", distribution.Enabled),
    ];

    private static XElement List(string name, string item, IReadOnlyList<string> values) => Element(
        name,
        Element("Quantity", values.Count),
        values.Count > 0 ? Element("Items", [.. values.Select(value => Element(item, value))]) : null);

    private static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
