using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>How old an answer was already when it came: its <c>Age</c> (https://www.rfc-editor.org/rfc/rfc9111#section-5.1).</summary>
internal static class ResponseAge
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(int.MaxValue);

    /// <summary>The first value of the header; zero where there is none that can be read.</summary>
    public static TimeSpan Of(IHeaderDictionary headers)
    {
        var first = headers.Age.Count == 0 ? "" : (headers.Age[0] ?? "").Split(',')[0].Trim();
        if (first.Length == 0 || !first.All(char.IsAsciiDigit))
        {
            return TimeSpan.Zero;
        }

        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : Longest;
    }
}
