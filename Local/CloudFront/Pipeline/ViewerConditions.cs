using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// The headers with which a viewer puts conditions on what it asks for, and <c>Range</c>
/// (https://www.rfc-editor.org/rfc/rfc9110#section-13.1).
/// </summary>
internal static class ViewerConditions
{
    private static readonly string[] Names =
        ["If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Range"];

    /// <summary>Whether a request has conditions or a range.</summary>
    public static bool AreIn(IHeaderDictionary headers) => Names.Any(headers.ContainsKey);

    /// <summary>Takes the conditions and the range out of a request.</summary>
    public static void Remove(IHeaderDictionary headers)
    {
        foreach (var name in Names)
        {
            headers.Remove(name);
        }
    }

    /// <summary>Copies the conditions and the range of one request to another.</summary>
    public static void Take(IHeaderDictionary from, IHeaderDictionary to)
    {
        foreach (var name in Names)
        {
            if (from.TryGetValue(name, out var values))
            {
                to[name] = values;
            }
        }
    }

    /// <summary>Whether a request asks for a range on no condition.</summary>
    public static bool AskForPartOnly(ViewerRequest request) =>
        request.Method == "GET" && request.Headers.Range.Count > 0 && Names.Count(request.Headers.ContainsKey) == 1;
}
