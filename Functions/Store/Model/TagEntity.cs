using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>An entry in the list of a tag: its key says all. It is written in the transaction that writes the term.</summary>
internal static class TagEntity
{
    public static Entity<TagEntry> Entity { get; } = new()
    {
        Name = "tag entry",
        Purpose = "a term in the list of one of its tags",
        Keys = [new(null, "GLOSSARY#<glossaryId>", "TAG#<tag>␟<name>␟<termId>")],
        KeyOf = tagged => Keys.TagEntry(tagged.GlossaryId, tagged.Tag, tagged.Position),
        Make = item => Keys.ReadTagEntry(item)
            ?? throw new CorruptItemException("The key of a tag entry holds no position."),
    };

    /// <summary>The entries of a term, by sort key.</summary>
    public static Dictionary<string, Item> AllOf(Term term) => term.Draft.Tags
        .Select(tag => Entity.Write(new(term.GlossaryId, tag, term.Position)))
        .ToDictionary(Keys.SortOf);
}
