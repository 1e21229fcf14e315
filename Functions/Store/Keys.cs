using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>What lies where: the keys of every item, as docs/data-model.md lists them.</summary>
internal static class Keys
{
    public const string GlossarySort = "GLOSSARY";
    public const string PublicPartition = "PUBLIC";
    public const string OwnedPrefix = "GLOSSARY#";

    private const char Separator = TermPosition.Separator;

    public static string GlossaryPartition(Ulid glossaryId) => $"GLOSSARY#{glossaryId}";

    public static string ReaderPartition(string reader) => $"READER#{reader}";

    public static Item Glossary(Ulid glossaryId) => Key(GlossaryPartition(glossaryId), GlossarySort);

    public static Item Term(Ulid glossaryId, Ulid termId) => Key(GlossaryPartition(glossaryId), $"TERM#{termId}");

    public static Item TagEntry(Ulid glossaryId, string tag, TermPosition position) =>
        Key(GlossaryPartition(glossaryId), TagPrefix(tag) + position);

    /// <summary>The beginning of the sort keys of a tag's entries; the rest is a <see cref="TermPosition"/>.</summary>
    public static string TagPrefix(string tag) => $"TAG#{SortText.Of(tag)}{Separator}";

    public static Item OwnerEntry(string reader, Ulid glossaryId) => Key(ReaderPartition(reader), OwnedPrefix + glossaryId);

    public static Item Once(string reader, Once once) => Key(ReaderPartition(reader), $"IDEMPOTENCY#{once.Operation}#{once.Key}");

    /// <summary>The key attributes of a glossary in the index of public ones.</summary>
    public static Item Public(Ulid glossaryId) => new()
    {
        [TableSchema.PublicGlossaries.PartitionKey] = Values.Text(PublicPartition),
        [TableSchema.PublicGlossaries.SortKey] = Values.Text(glossaryId.ToString()),
    };

    /// <summary>The key attribute of a term in the index by name.</summary>
    public static Item ByName(TermPosition position) => new()
    {
        [TableSchema.TermsByName.SortKey] = Values.Text(position.ToString()),
    };

    /// <summary>The key of an item.</summary>
    public static Item Of(Item item) => new()
    {
        [TableSchema.PartitionKey] = item[TableSchema.PartitionKey],
        [TableSchema.SortKey] = item[TableSchema.SortKey],
    };

    public static Item With(this Item item, Item more)
    {
        foreach (var (name, value) in more)
        {
            item[name] = value;
        }

        return item;
    }

    private static Item Key(string partition, string sort) => new()
    {
        [TableSchema.PartitionKey] = Values.Text(partition),
        [TableSchema.SortKey] = Values.Text(sort),
    };
}
