using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store.Model;

/// <summary>A glossary in the list of its owner's.</summary>
internal static class OwnedEntity
{
    public static readonly Field<Owned, string> Reader = new("reader", Codecs.Text(Limits.Subject), owned => owned.Reader);

    public static readonly Field<Owned, Ulid> Id = new("id", Codecs.Id, owned => owned.Id);

    public static Entity<Owned> Entity { get; } = new()
    {
        Name = "owner entry",
        Purpose = "a glossary in the list of its owner's",
        Keys = [new(null, "READER#<reader>", "GLOSSARY#<glossaryId>")],
        KeyOf = owned => Keys.OwnerEntry(owned.Reader, owned.Id),
        Fields = [Reader, Id],
        Make = item => new(Reader.Read(item), Id.Read(item)),
    };
}
