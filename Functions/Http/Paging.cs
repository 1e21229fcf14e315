using System.Globalization;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>The page that was asked for, and the cursors of its list.</summary>
internal sealed record Paging(PageRequest Request, Cursors Cursors)
{
    public string? NextCursor<T>(Page<T> page) => page.Next is { } position ? Cursors.Write(position) : null;

    public static Result<int> ReadLimit(string? text) => text switch
    {
        null => Limits.PageByDefault,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= Limits.Page => limit,
        _ => new Failure(FailureKind.InvalidParameter, $"limit must be a whole number from 1 to {Limits.Page}."),
    };
}
