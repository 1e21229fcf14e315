using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A term.</summary>
internal static class TermEntity
{
    private const string Refused = "yes";

    public static readonly Field<Term, Ulid> Id = new("id", StoredValues.Id, term => term.Id);

    public static readonly Field<Term, Ulid> GlossaryId = new("glossaryId", StoredValues.Id, term => term.GlossaryId);

    public static readonly Field<Term, string> Name = new("term", Codecs.Text(Limits.TermName), term => term.Draft.Name);

    public static readonly Field<Term, string> Definition =
        new("definition", Codecs.Text(Limits.Definition), term => term.Draft.Definition);

    public static readonly Field<Term, IReadOnlyList<Reference>> References =
        new("references", Codecs.List(StoredValues.Reference, Limits.References), term => term.Draft.References);

    public static readonly Field<Term, IReadOnlyList<string>> Tags =
        new("tags", Codecs.List(Codecs.Text(Limits.Tag), Limits.Tags), term => term.Draft.Tags);

    public static readonly Field<Term, string> Pronunciation =
        new("pronunciation", Codecs.Text(Limits.Pronunciation), term => term.Draft.Pronunciation) { IsRequired = false };

    public static readonly Field<Term, TermImage> Image = new("image", StoredValues.Image, term => term.Image) { IsRequired = false };

    public static readonly Field<Term, string> ImageRefused =
        new("imageRefused", Codecs.Text(Refused.Length), term => term.IsImageRefused ? Refused : null) { IsRequired = false };

    public static readonly Field<Term, string> Hidden =
        new("hidden", Codecs.Text(Limits.DecisionReason), term => term.Hidden) { IsRequired = false };

    public static readonly RevisionFields<Term> Revision = new(term => new(term.Version, term.CreatedAt, term.UpdatedAt));

    public static Entity<Term> Entity { get; } = new()
    {
        Name = "term",
        Purpose = "a term of a glossary",
        Keys =
        [
            new(null, "GLOSSARY#<glossaryId>", "TERM#<termId>"),
            new(TableSchema.TermsByName.Name, "GLOSSARY#<glossaryId>", "<name>␟<termId>"),
        ],
        KeyOf = term => Keys.Term(term.GlossaryId, term.Id).With(Keys.ByName(term.Position)),
        Fields =
        [
            Id, GlossaryId, Name, Definition, References, Tags, Pronunciation, Image, ImageRefused, Hidden, .. Revision.All,
        ],
        Version = Revision.Version,
        Make = item => new()
        {
            Id = Id.Read(item),
            GlossaryId = GlossaryId.Read(item),
            Draft = new(
                Name.Read(item),
                Definition.Read(item),
                References.Read(item),
                Tags.Read(item),
                Pronunciation.ReadOrDefault(item)),
            Image = Image.ReadOrDefault(item),
            IsImageRefused = ImageRefused.TryRead(item, out _),
            Hidden = Hidden.ReadOrDefault(item),
            Version = Revision.Version.Read(item),
            CreatedAt = Revision.CreatedAt.Read(item),
            UpdatedAt = Revision.UpdatedAt.Read(item),
        },
    };
}
