using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>A term as an item, and back.</summary>
internal static class TermItem
{
    public static Item Write(Term term)
    {
        var item = Keys.Term(term.GlossaryId, term.Id).With(Keys.ByName(term.Position)).With(new()
        {
            [Attributes.Id] = Values.Text(term.Id.ToString()),
            [Attributes.GlossaryId] = Values.Text(term.GlossaryId.ToString()),
            [Attributes.Name] = Values.Text(term.Draft.Name),
            [Attributes.Definition] = Values.Text(term.Draft.Definition),
            [Attributes.References] = Values.List(term.Draft.References.Select(Write)),
            [Attributes.Tags] = Values.List(term.Draft.Tags.Select(Values.Text)),
            [Attributes.Version] = Values.Number(term.Version),
            [Attributes.CreatedAt] = Values.Time(term.CreatedAt),
            [Attributes.UpdatedAt] = Values.Time(term.UpdatedAt),
        });
        return term.Image is { } image ? item.With(new() { [Attributes.Image] = Values.Text(image) }) : item;
    }

    public static Term Read(Item item) => new()
    {
        Id = item.ReadUlid(Attributes.Id),
        GlossaryId = item.ReadUlid(Attributes.GlossaryId),
        Draft = new(
            item.ReadText(Attributes.Name),
            item.ReadText(Attributes.Definition),
            [.. item.ReadList(Attributes.References).Select(ReadReference)],
            [.. item.ReadList(Attributes.Tags).Select(tag => tag.S)]),
        Image = item.FindText(Attributes.Image),
        Version = item.ReadNumber(Attributes.Version),
        CreatedAt = item.ReadTime(Attributes.CreatedAt),
        UpdatedAt = item.ReadTime(Attributes.UpdatedAt),
    };

    private static AttributeValue Write(Reference reference) => Values.Map(new()
    {
        [Attributes.Title] = Values.Text(reference.Title),
        [Attributes.Url] = Values.Text(reference.Url),
    });

    private static Reference ReadReference(AttributeValue value) =>
        new(value.M.ReadText(Attributes.Title), value.M.ReadText(Attributes.Url));
}
