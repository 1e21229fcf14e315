using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>A page of a list, as <c>Marker</c> and <c>MaxItems</c> ask for it.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="Marker">What the page begins after.</param>
/// <param name="Maximum">The most that it may have.</param>
/// <param name="IsTruncated">Whether more follows.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string Marker, int Maximum, bool IsTruncated)
{
    private const int Largest = 100;

    /// <summary>The page that a request asks for.</summary>
    /// <param name="all">The whole list.</param>
    /// <param name="idOf">What a marker names.</param>
    /// <param name="query">The query string of the request.</param>
    /// <exception cref="CloudFrontException">It asks for no number of items.</exception>
    public static Page<T> Of(IReadOnlyList<T> all, Func<T, string> idOf, IQueryCollection query)
    {
        var marker = query["Marker"].ToString();
        var maximum = Read(query["MaxItems"].ToString());
        var rest = all.SkipWhile(one => marker.Length > 0 && idOf(one) != marker).Skip(marker.Length > 0 ? 1 : 0).ToList();
        return new([.. rest.Take(maximum)], marker, maximum, rest.Count > maximum);
    }

    private static int Read(string text) => text.Length == 0
        ? Largest
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0
            ? Math.Min(asked, Largest)
            : throw new CloudFrontException(400, "InvalidArgument", "The parameter MaxItems is not a valid number.");
}
