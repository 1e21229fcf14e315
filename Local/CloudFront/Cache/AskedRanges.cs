using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>The ranges that a request asks for (https://www.rfc-editor.org/rfc/rfc9110#section-14.1.1).</summary>
internal static partial class AskedRanges
{
    private const string BehindEveryEnd = "9223372036854775807";

    /// <summary>The ranges of bytes, in order; null: there is none that can be read.</summary>
    /// <param name="header">The value of <c>Range</c>.</param>
    public static IReadOnlyList<RangeItemHeaderValue>? Read(string header) =>
        RangeHeaderValue.TryParse(Huge().Replace(header, BehindEveryEnd), out var asked) && asked.Unit == "bytes"
            ? [.. asked.Ranges]
            : null;

    // A number beyond 64 bits is behind every end, not unreadable.
    [GeneratedRegex("[0-9]{19,}")]
    private static partial Regex Huge();
}
