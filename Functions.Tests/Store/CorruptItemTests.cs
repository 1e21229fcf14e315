using System.Globalization;
using Amazon.DynamoDBv2.Model;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store;
using Lexicon.Functions.Store.Model;
using Lexicon.Functions.Tests.Domain;

namespace Lexicon.Functions.Tests.Store;

/// <summary>An item that is not what its entity declares is refused as a whole, by attribute and rule, never by value.</summary>
public sealed class CorruptItemTests
{
    private static readonly Term Term = Drafts.Terms.Sample(1).Single() with { Image = new("/images/one.png", 1, 1) };

    private static readonly Review Review = Review.Of("reader", new(Term.GlossaryId, Term.Id, 4), null, Term.CreatedAt);

    private static readonly Report Report = new()
    {
        Id = Term.Id,
        RequestId = "request",
        GlossaryId = Term.GlossaryId,
        TermId = Term.Id,
        Reason = ReportReasons.Spam,
        Remark = "remark",
        ReportedAt = Term.CreatedAt,
        Decision = new(new(DecisionDraft.Hide, "reason"), "moderator", Term.UpdatedAt),
    };

    public static TheoryData<string, AttributeValue?, string> Corruptions => new()
    {
        { "id", null, "term: A stored item lacks id." },
        { "id", new("secret"), "term: A stored item's id is not a ULID." },
        { "id", new() { N = "1" }, "term: A stored item's id is not a ULID." },
        { "term", new(""), "term: A stored item's term is not 1 to 100 characters." },
        { "term", new(new string('x', 101)), "term: A stored item's term is not 1 to 100 characters." },
        { "definition", null, "term: A stored item lacks definition." },
        { "version", new() { N = "0" }, "term: A stored item's version is not a whole number from 1." },
        { "version", new() { N = "1.5" }, "term: A stored item's version is not a whole number from 1." },
        { "version", new("secret"), "term: A stored item's version is not a whole number from 1." },
        { "createdAt", new("2026-11-22"), "term: A stored item's createdAt is not a time, UTC, to the millisecond." },
        { "tags", new("secret"), "term: A stored item's tags is not at most 10, each 1 to 40 characters." },
        {
            "tags",
            new() { L = [new() { N = "1" }] },
            "term: A stored item's tags is not at most 10, each 1 to 40 characters."
        },
        {
            "references",
            new() { L = [new() { M = new() { ["title"] = new("t") } }] },
            "term: A stored item's references is not at most 5, each `title` (1 to 120 characters) and `url` (1 to 500 characters)."
        },
        { "image", new(""), "term: A stored item's image is not `path`, `width` and `height`." },
    };

    [Theory]
    [MemberData(nameof(Corruptions), DisableDiscoveryEnumeration = true)]
    public void AStoredTerm_ThatIsNone_IsRefused(string attribute, AttributeValue? value, string message)
    {
        var item = TermEntity.Entity.Write(Term);
        item.Remove(attribute);
        if (value is not null)
        {
            item[attribute] = value;
        }

        Assert.Equal(message, Assert.Throws<CorruptItemException>(() => TermEntity.Entity.Read(item)).Message);
    }

    [Fact]
    public void AnItemThatBreaksItsDeclaration_IsNotWritten()
    {
        Assert.Throws<CorruptItemException>(() => TermEntity.Entity.Write(Term with { Version = 0 }));
        Assert.Throws<CorruptItemException>(() => ReviewEntity.Entity.Write(Review with { Quality = 6 }));
        Assert.Throws<CorruptItemException>(() => ReviewEntity.Entity.Write(Review with { Reader = "" }));
    }

    [Fact]
    public void ATagEntryWithoutAPosition_IsRefused()
    {
        var entry = TagEntity.Entity.Write(new(Term.GlossaryId, "tag", Term.Position));
        entry["sk"] = new("TAG#tag\u001Fnowhere");

        Assert.Throws<CorruptItemException>(() => TagEntity.Entity.Read(entry));
    }

    [Fact]
    public void EveryDeclaredAttribute_IsWritten_UnderTheKeysThatTheShapesSay()
    {
        var glossary = Drafts.Glossaries.Sample(20).First(one => one.Visibility is Visibility.Public);
        var once = new IdempotentRequest("CreateTerm", "key", new('a', 64));
        foreach (var (entity, item) in new (IEntity, Item)[]
        {
            (GlossaryEntity.Entity, GlossaryEntity.Entity.Write(glossary)),
            (TermEntity.Entity, TermEntity.Entity.Write(Term)),
            (TagEntity.Entity, TagEntity.Entity.Write(new(Term.GlossaryId, "tag", Term.Position))),
            (StudentEntity.Entity, StudentEntity.Entity.Write(new("reader", Term.GlossaryId, null))),
            (OwnerEntity.Entity, OwnerEntity.Entity.Write(new("reader", glossary.Id))),
            (IdempotencyEntity.Entity, IdempotencyEntity.Write("reader", once, TermEntity.Entity.Write(Term), Term.CreatedAt)),
            (StudyEntity.Entity, StudyEntity.Entity.Write(new("reader", Term.GlossaryId, Term.Id))),
            (ReviewEntity.Entity, ReviewEntity.Entity.Write(Review)),
            (TicketEntity.Entity, TicketEntity.Entity.Write(new(Term.Id, "reader", Term.CreatedAt))),
            (ConnectionEntity.Entity, ConnectionEntity.Entity.Write(new("id", "reader", Term.GlossaryId, Term.CreatedAt))),
            (FollowerEntity.Entity, FollowerEntity.Entity.Write(new(Term.GlossaryId, "id", "reader", Term.CreatedAt))),
            (ReportEntity.Entity, ReportEntity.Entity.Write(Report)),
            (OpenReportEntity.Entity, OpenReportEntity.Entity.Write(Report)),
            (HidingReportEntity.Entity, HidingReportEntity.Entity.Write(Report)),
        })
        {
            Assert.All(entity.Attributes.Where(attribute => attribute.IsRequired), one => Assert.Contains(one.Name, item.Keys));
            Assert.StartsWith(entity.Keys[0].Partition.Split('<')[0], item["pk"].S, StringComparison.Ordinal);
            Assert.StartsWith(entity.Keys[0].Sort.Split('<')[0], item["sk"].S, StringComparison.Ordinal);
            foreach (var key in entity.Keys.Where(key => key.Index is not null))
            {
                var index = TableSchema.Indexes.Concat(TableSchema.LocalIndexes).Single(index => index.Name == key.Index);
                Assert.Contains(index.SortKey, item.Keys);
            }
        }

        Assert.Equal(14, Entities.All.Count);
    }

    [Fact]
    public void Report_AsAnItemAndBack_IsTheSame_AndAnOpenOneIsNotDecided()
    {
        var decidedAt = DateTimeOffset.Parse("2026-11-30T07:00:00Z", CultureInfo.InvariantCulture);
        var over = Report.Decided(Report.Decision! with { DecidedAt = decidedAt }, hidesTerm: false);
        Assert.Equal(Report, ReportEntity.Entity.Read(ReportEntity.Entity.Write(Report)));
        Assert.Equal(over, ReportEntity.Entity.Read(ReportEntity.Entity.Write(over)));
        Assert.Equal(Report, HidingReportEntity.Entity.Read(HidingReportEntity.Entity.Write(Report)));
        Assert.Equal(Report with { Decision = null }, OpenReportEntity.Entity.Read(OpenReportEntity.Entity.Write(Report)));
    }

    [Fact]
    public void ReviewsStudiesAndRecords_AsItemsAndBack_AreTheSame()
    {
        var study = new StudyEntry("reader", Term.GlossaryId, Term.Id);
        var owned = new OwnerEntry("reader", Term.GlossaryId);
        var item = IdempotencyEntity.Write("reader", new("CreateTerm", "a#b", new('a', 64)), TermEntity.Entity.Write(Term), Term.CreatedAt);

        Assert.Equal(Review, ReviewEntity.Entity.Read(ReviewEntity.Entity.Write(Review)));
        Assert.Equal(study, StudyEntity.Entity.Read(StudyEntity.Entity.Write(study)));
        Assert.Equal(study with { NewAfter = null }, StudentEntity.Entity.Read(StudentEntity.Entity.Write(study)));
        Assert.Equal(owned, OwnerEntity.Entity.Read(OwnerEntity.Entity.Write(owned)));
        var record = IdempotencyEntity.Entity.Read(item);
        Assert.Equal(("reader", "CreateTerm", "a#b"), (record.Reader, record.Once.Operation, record.Once.Key));
        Assert.Equivalent(Term, TermEntity.Entity.Read(record.Created), strict: true);
    }
}
