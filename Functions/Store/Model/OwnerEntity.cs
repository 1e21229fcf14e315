using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A glossary in the list of its owner's.</summary>
internal static class OwnerEntity
{
    public static readonly Field<OwnerEntry, string> Reader = new("reader", Codecs.Text(Limits.Subject), owned => owned.Reader);

    public static readonly Field<OwnerEntry, Ulid> Id = new("id", StoredValues.Id, owned => owned.Id);

    public static Entity<OwnerEntry> Entity { get; } = new()
    {
        Name = "owner entry",
        Purpose = "a glossary in the list of its owner's",
        Keys = [new(null, "READER#<reader>", "GLOSSARY#<glossaryId>")],
        KeyOf = owned => Keys.OwnerEntry(owned.Reader, owned.Id),
        Fields = [Reader, Id],
        Make = item => new(Reader.Read(item), Id.Read(item)),
    };
}
