using System.Globalization;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>The numbers that bound a page of a listing.</summary>
internal static class PageNumber
{
    /// <summary>The number; null when it is not given.</summary>
    /// <exception cref="S3Exception">It is not a number, or too large for one.</exception>
    public static int? Of(string? text, string name) => text switch
    {
        null or "" => null,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw S3Exception.InvalidArgument($"Provided {name} not an integer or within integer range", name, text),
    };
}
