using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A glossary.</summary>
internal static class GlossaryEntity
{
    /// <summary>When the deletion of a glossary began; from then on it does not exist for anyone.</summary>
    public const string DeletingAt = "deletingAt";

    public static readonly Field<Glossary, Ulid> Id = new("id", StoredValues.Id, glossary => glossary.Id);

    public static readonly Field<Glossary, string> Owner =
        new("owner", Codecs.Text(Limits.Subject), glossary => glossary.Owner);

    public static readonly Field<Glossary, string> Title =
        new("title", Codecs.Text(Limits.GlossaryTitle), glossary => glossary.Draft.Title);

    public static readonly Field<Glossary, string> Description =
        new("description", Codecs.Text(Limits.GlossaryDescription, 0), glossary => glossary.Draft.Description);

    public static readonly Field<Glossary, Visibility> Visibility =
        new("visibility", StoredValues.Visibility, glossary => glossary.Visibility);

    public static readonly Field<Glossary, long> TermCount =
        new("termCount", Codecs.Number(0, Limits.TermsOfGlossary), glossary => glossary.TermCount);

    public static readonly RevisionFields<Glossary> Revision =
        new(glossary => new(glossary.Version, glossary.CreatedAt, glossary.UpdatedAt));

    public static Entity<Glossary> Entity { get; } = new()
    {
        Name = "glossary",
        Purpose = "a glossary",
        Keys =
        [
            new(null, "GLOSSARY#<glossaryId>", "GLOSSARY"),
            new(TableSchema.PublicGlossaries.Name, "PUBLIC", "<glossaryId>") { While = "while it is public" },
        ],
        KeyOf = glossary => glossary.Visibility is Domain.Visibility.Public
            ? Keys.Glossary(glossary.Id).With(Keys.Public(glossary.Id))
            : Keys.Glossary(glossary.Id),
        Fields = [Id, Owner, Title, Description, Visibility, TermCount, .. Revision.All],
        Version = Revision.Version,
        Make = item => new()
        {
            Id = Id.Read(item),
            Owner = Owner.Read(item),
            Draft = new(Title.Read(item), Description.Read(item), Visibility.Read(item)),
            TermCount = (int)TermCount.Read(item),
            Version = Revision.Version.Read(item),
            CreatedAt = Revision.CreatedAt.Read(item),
            UpdatedAt = Revision.UpdatedAt.Read(item),
        },
        Marks = [(DeletingAt, "S", "a time; the glossary is being deleted and exists for nobody")],
    };

    /// <summary>The glossary; null where there is none or no longer one.</summary>
    public static Glossary? Find(Item? item) =>
        item is null or { Count: 0 } || item.ContainsKey(DeletingAt) ? null : Entity.Read(item);
}
