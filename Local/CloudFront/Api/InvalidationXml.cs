using System.Globalization;
using System.Xml.Linq;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>
/// The documents of invalidations
/// (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html).
/// </summary>
internal static class InvalidationXml
{
    private const int LongestPath = 4000;
    private const int LargestBatch = 3000;

    /// <summary><c>Invalidation</c>.</summary>
    public static XElement From(Invalidation invalidation, DateTimeOffset now) => CloudFrontXml.Element(
        "Invalidation",
        CloudFrontXml.Element("Id", invalidation.Id),
        CloudFrontXml.Element("Status", invalidation.StatusAt(now)),
        CloudFrontXml.Element("CreateTime", CloudFrontXml.Time(invalidation.Created)),
        CloudFrontXml.Element(
            "InvalidationBatch",
            CloudFrontXml.List("Paths", "Path", invalidation.Paths),
            CloudFrontXml.Element("CallerReference", invalidation.CallerReference)));

    /// <summary><c>InvalidationList</c>, one page.</summary>
    public static XElement Page(Page<Invalidation> page, DateTimeOffset now) => CloudFrontXml.Page(
        "InvalidationList",
        page,
        one => one.Id,
        one => CloudFrontXml.Element(
            "InvalidationSummary",
            CloudFrontXml.Element("Id", one.Id),
            CloudFrontXml.Element("CreateTime", CloudFrontXml.Time(one.Created)),
            CloudFrontXml.Element("Status", one.StatusAt(now))));

    /// <summary>Reads <c>InvalidationBatch</c>.</summary>
    /// <exception cref="CloudFrontException">It cannot be read, is too large, or names what is not a path.</exception>
    public static (IReadOnlyList<string> Paths, string CallerReference) ReadBatch(XElement root)
    {
        var paths = CloudFrontXml.Child(root, "Paths");
        string[] items = [.. CloudFrontXml.Items(paths, "Path")];
        if (root.Name.LocalName != "InvalidationBatch" || CloudFrontXml.Text(root, "CallerReference") is not { Length: > 0 } reference)
        {
            throw CloudFrontException.Malformed("The request body is not an InvalidationBatch with a CallerReference.");
        }

        if (CloudFrontXml.Text(paths, "Quantity") != items.Length.ToString(CultureInfo.InvariantCulture))
        {
            throw new CloudFrontException(400, "InconsistentQuantities", "The value of Quantity and the size of Items don't match.");
        }

        if (items.Length > LargestBatch)
        {
            throw new CloudFrontException(413, "BatchTooLarge", "Invalidation batch specified is too large.");
        }

        return (CheckPaths(items), reference);
    }

    /// <summary>The paths, if each can be invalidated.</summary>
    /// <exception cref="CloudFrontException">One cannot, or there is none.</exception>
    public static IReadOnlyList<string> CheckPaths(IReadOnlyList<string> paths) => paths.Count > 0 && paths.All(IsPath)
        ? [.. paths.Select(path => path == "*" ? "/*" : path)]
        : throw new CloudFrontException(400, "InvalidArgument", "Your request contains one or more invalid invalidation paths.");

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html: an asterisk at the end
    // alone, and what is not ASCII or a blank is encoded.
    private static bool IsPath(string path) => path == "*"
        || (path.StartsWith('/')
            && path.Length <= LongestPath
            && path.IndexOf('*', StringComparison.Ordinal) is var wildcard && (wildcard < 0 || wildcard == path.Length - 1)
            && path.All(letter => letter is > ' ' and < '\x7f'));
}
