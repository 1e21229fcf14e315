namespace Lexicon.Functions.Domain;

/// <summary>Which page of a list.</summary>
/// <param name="Limit">How many items at most, 1 to <see cref="Limits.Page"/>.</param>
/// <param name="After">The position after which it begins; null for the first page.</param>
internal sealed record PageRequest(int Limit, string? After)
{
    /// <summary>Reads the position as an id; null for the first page. False: it is none.</summary>
    public bool TryReadId(out Ulid? after)
    {
        after = null;
        if (After is null)
        {
            return true;
        }

        var isId = Ulid.TryParse(After, out var id);
        after = id;
        return isId;
    }
}
