using System.Globalization;
using System.Xml.Linq;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>
/// What the documents of CloudFront's API have in common (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Types.html).
/// </summary>
internal static class CloudFrontXml
{
    /// <summary>The version of the API, which paths begin with.</summary>
    public const string Version = "2020-05-31";

    private static readonly XNamespace Namespace = $"http://cloudfront.amazonaws.com/doc/{Version}/";

    /// <summary>An element; null is left out.</summary>
    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    /// <summary>A list with its quantity, the items only where there is one.</summary>
    public static XElement List(string name, string item, IReadOnlyList<string> values) =>
        List(name, [.. values.Select(value => Element(item, value))]);

    /// <summary>A list with its quantity, the items only where there is one, and what else belongs to it.</summary>
    public static XElement List(string name, IReadOnlyList<XElement> items, params object?[] more) =>
        Element(name, [Element("Quantity", items.Count), items.Count > 0 ? Element("Items", [.. items]) : null, .. more]);

    /// <summary>A page of a list of resources.</summary>
    public static XElement Page<T>(string name, Page<T> page, Func<T, string> idOf, Func<T, XElement> summary) => Element(
        name,
        Element("Marker", page.Marker),
        page.IsTruncated ? Element("NextMarker", idOf(page.Items[^1])) : null,
        Element("MaxItems", page.Maximum),
        Element("IsTruncated", page.IsTruncated),
        Element("Quantity", page.Items.Count),
        page.Items.Count > 0 ? Element("Items", [.. page.Items.Select(summary)]) : null);

    /// <summary>A moment.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An element within another, or null.</summary>
    public static XElement? Child(XElement? parent, string name) => parent?.Element(Namespace + name);

    /// <summary>The text of an element within another, or null.</summary>
    public static string? Text(XElement? parent, string name) => Child(parent, name)?.Value;

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<string> Items(XElement? list, string item) =>
        Child(list, "Items")?.Elements(Namespace + item).Select(one => one.Value) ?? [];
}
