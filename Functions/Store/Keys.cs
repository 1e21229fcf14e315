using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store;

/// <summary>
/// What lies where: the keys of every item, as docs/data-model.md lists them. The prefixes of the partition keys say who touches
/// what: <see cref="GlossaryPrefix"/> every operation but ListGlossaries, which reads <see cref="PublicPartition"/> in its index,
/// and GetOpenApi, which reads nothing; <see cref="ReaderPrefix"/> ListMyGlossaries, CreateGlossary, CreateTerm, RecordReview
/// (idempotency records) and DeleteGlossary (the owner's entry); <see cref="StudyPrefix"/> ListDueTerms, RecordReview and
/// DeleteGlossary; <see cref="ReportPrefix"/> and <see cref="OpenReports"/> FileReport, ListReports and DecideReport.
/// </summary>
internal static class Keys
{
    /// <summary>Partitions of one glossary each: the glossary, its terms, their tags, who studies it.</summary>
    public const string GlossaryPrefix = "GLOSSARY#";

    /// <summary>Partitions of one reader each: what they own, and their idempotency records.</summary>
    public const string ReaderPrefix = "READER#";

    /// <summary>Partitions of one reader each: what they study.</summary>
    public const string StudyPrefix = "STUDY#";

    /// <summary>Partitions of one ticket each.</summary>
    public const string TicketPrefix = "TICKET#";

    /// <summary>Partitions of one connection each.</summary>
    public const string ConnectionPrefix = "CONNECTION#";

    /// <summary>Partitions of one glossary each: the connections that follow it.</summary>
    public const string FollowersPrefix = "FOLLOWERS#";

    /// <summary>Partitions of one report each.</summary>
    public const string ReportPrefix = "REPORT#";

    /// <summary>The partition of the reports that nobody has decided.</summary>
    public const string OpenReports = "REPORTS";

    /// <summary>The partition of the index of public glossaries.</summary>
    public const string PublicPartition = "PUBLIC";

    public const string GlossarySort = "GLOSSARY";
    public const string OwnedPrefix = "GLOSSARY#";
    public const string StudiedPrefix = "GLOSSARY#";
    public const string TermPrefix = "TERM#";
    public const string StudentPrefix = "STUDENT#";

    private const string OncePrefix = "IDEMPOTENCY#";
    private const string TagSortPrefix = "TAG#";
    private const char Separator = TermPosition.Separator;

    public static string GlossaryPartition(Ulid glossaryId) => $"{GlossaryPrefix}{glossaryId}";

    public static string ReaderPartition(string reader) => $"{ReaderPrefix}{reader}";

    public static string StudyPartition(string reader) => $"{StudyPrefix}{reader}";

    public static string FollowersPartition(Ulid glossaryId) => $"{FollowersPrefix}{glossaryId}";

    public static Item Ticket(Ulid ticket) => Key($"{TicketPrefix}{ticket}", "TICKET");

    public static Item Connection(string connectionId) => Key($"{ConnectionPrefix}{connectionId}", "CONNECTION");

    public static Item Follower(Ulid glossaryId, string connectionId) =>
        Key(FollowersPartition(glossaryId), $"{ConnectionPrefix}{connectionId}");

    public static Item Report(Ulid reportId) => Key($"{ReportPrefix}{reportId}", "REPORT");

    public static Item OpenReport(Ulid reportId) => Key(OpenReports, $"{ReportPrefix}{reportId}");

    public static Item Glossary(Ulid glossaryId) => Key(GlossaryPartition(glossaryId), GlossarySort);

    public static Item Term(Ulid glossaryId, Ulid termId) => Key(GlossaryPartition(glossaryId), $"{TermPrefix}{termId}");

    public static Item TagEntry(Ulid glossaryId, string tag, TermPosition position) =>
        Key(GlossaryPartition(glossaryId), TagPrefix(tag) + position);

    /// <summary>The beginning of the sort keys of a tag's entries; the rest is a <see cref="TermPosition"/>.</summary>
    public static string TagPrefix(string tag) => $"{TagSortPrefix}{SortText.Of(tag)}{Separator}";

    /// <summary>What the key of a tag entry says; null where it is none.</summary>
    public static TagEntry? ReadTagEntry(Item key)
    {
        var (partition, sort) = (PartitionOf(key), SortOf(key));
        var end = sort.IndexOf(Separator, StringComparison.Ordinal);
        return end > TagSortPrefix.Length
            && sort.StartsWith(TagSortPrefix, StringComparison.Ordinal)
            && partition.StartsWith(GlossaryPrefix, StringComparison.Ordinal)
            && Ulid.TryParse(partition.AsSpan(GlossaryPrefix.Length), out var glossaryId)
            && TermPosition.TryParse(sort[(end + 1)..], out var position)
                ? new(glossaryId, sort[TagSortPrefix.Length..end], position)
                : null;
    }

    public static Item Student(Ulid glossaryId, string reader) =>
        Key(GlossaryPartition(glossaryId), $"{StudentPrefix}{reader}");

    /// <summary>The reader of a student's key.</summary>
    public static string ReaderOf(Item student) => SortOf(student)[StudentPrefix.Length..];

    public static Item OwnerEntry(string reader, Ulid glossaryId) => Key(ReaderPartition(reader), $"{OwnedPrefix}{glossaryId}");

    public static Item Once(string reader, IdempotentRequest once) =>
        Key(ReaderPartition(reader), $"{OncePrefix}{once.Operation}#{once.Key}");

    /// <summary>The reader, the operation and the key of an idempotency record.</summary>
    public static (string Reader, string Operation, string Key) ReadOnce(Item key)
    {
        var parts = SortOf(key).Split('#', 3);
        return parts.Length is 3
            ? (PartitionOf(key)[ReaderPrefix.Length..], parts[1], parts[2])
            : throw new CorruptItemException("The key of an idempotency record holds no operation and key.");
    }

    public static Item Study(string reader, Ulid glossaryId) => Key(StudyPartition(reader), $"{StudiedPrefix}{glossaryId}");

    public static Item Review(string reader, Ulid glossaryId, Ulid termId) =>
        Key(StudyPartition(reader), ReviewPrefix(glossaryId) + termId);

    /// <summary>The beginning of the sort keys of a reader's reviews of one glossary; the rest is the term.</summary>
    public static string ReviewPrefix(Ulid glossaryId) => $"REVIEW#{glossaryId}#";

    /// <summary>The key attributes of a glossary in the index of public ones.</summary>
    public static Item Public(Ulid glossaryId) => new()
    {
        [TableSchema.PublicGlossaries.PartitionKey] = Text(PublicPartition),
        [TableSchema.PublicGlossaries.SortKey] = Text(glossaryId.ToString()),
    };

    /// <summary>The key attribute of a term in the index by name.</summary>
    public static Item ByName(TermPosition position) => new() { [TableSchema.TermsByName.SortKey] = Text(position.ToString()) };

    /// <summary>The key attribute of a review in the index by due time.</summary>
    public static Item ByDue(Review review) => new()
    {
        [TableSchema.ReviewsByDue.SortKey] =
            Text($"{DuePrefix(review.GlossaryId)}{Codecs.Time.Write(review.DueAt).S}#{review.TermId}"),
    };

    /// <summary>The beginning of the index's keys of a reader's reviews of one glossary.</summary>
    public static string DuePrefix(Ulid glossaryId) => $"{glossaryId}#";

    /// <summary>What follows every key of a review that is due by then, and precedes those of others.</summary>
    public static string DueUntil(Ulid glossaryId, DateTimeOffset time) =>
        $"{DuePrefix(glossaryId)}{Codecs.Time.Write(time).S}#~";

    /// <summary>The key of an item.</summary>
    public static Item Of(Item item) => TableSchema.Key.Of(item);

    public static string PartitionOf(Item item) => TableSchema.Key.PartitionOf(item);

    public static string SortOf(Item item) => TableSchema.Key.SortOf(item);

    /// <summary>An item's key as one text.</summary>
    public static string Identify(Item item) => TableSchema.Key.Identify(item);

    private static Item Key(string partition, string sort) => TableSchema.Key.Of(partition, sort);

    private static Amazon.DynamoDBv2.Model.AttributeValue Text(string value) => new() { S = value };
}
