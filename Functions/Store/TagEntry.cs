using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>An entry in the list of a tag: its key says all. It is written in the transaction that writes the term.</summary>
internal static class TagEntry
{
    /// <summary>The entries of a term, by sort key.</summary>
    public static Dictionary<string, Item> AllOf(Term term) => term.Draft.Tags
        .Select(tag => Keys.TagEntry(term.GlossaryId, tag, term.Position))
        .ToDictionary(key => key.ReadText(TableSchema.SortKey));

    /// <summary>Where the term of an entry stands; <paramref name="prefix"/> is the tag's.</summary>
    public static TermPosition PositionOf(Item entry, string prefix) =>
        TermPosition.TryParse(entry.ReadText(TableSchema.SortKey)[prefix.Length..], out var position)
            ? position
            : throw new FormatException("The key of a tag entry holds no position.");
}
