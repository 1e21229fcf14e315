using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>A glossary as an item, and back.</summary>
internal static class GlossaryItem
{
    public static Item Write(Glossary glossary)
    {
        var item = Keys.Glossary(glossary.Id).With(new()
        {
            [Attributes.Id] = Values.Text(glossary.Id.ToString()),
            [Attributes.Owner] = Values.Text(glossary.Owner),
            [Attributes.Title] = Values.Text(glossary.Draft.Title),
            [Attributes.Description] = Values.Text(glossary.Draft.Description),
            [Attributes.Visibility] = Values.Text(glossary.Visibility.ToWord()),
            [Attributes.TermCount] = Values.Number(glossary.TermCount),
            [Attributes.Version] = Values.Number(glossary.Version),
            [Attributes.CreatedAt] = Values.Time(glossary.CreatedAt),
            [Attributes.UpdatedAt] = Values.Time(glossary.UpdatedAt),
        });
        return glossary.Visibility is Visibility.Public ? item.With(Keys.Public(glossary.Id)) : item;
    }

    /// <summary>The glossary; null where there is none or no longer one.</summary>
    public static Glossary? Find(Item? item) => item is null || item.ContainsKey(Attributes.DeletingAt) ? null : Read(item);

    public static Glossary Read(Item item) => new()
    {
        Id = item.ReadUlid(Attributes.Id),
        Owner = item.ReadText(Attributes.Owner),
        Draft = new(
            item.ReadText(Attributes.Title),
            item.ReadText(Attributes.Description),
            VisibilityWords.Read(item.ReadText(Attributes.Visibility)) ?? Visibility.Private),
        TermCount = (int)item.ReadNumber(Attributes.TermCount),
        Version = item.ReadNumber(Attributes.Version),
        CreatedAt = item.ReadTime(Attributes.CreatedAt),
        UpdatedAt = item.ReadTime(Attributes.UpdatedAt),
    };
}
