using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>Everything that the table holds; docs/data-model.md is generated from it.</summary>
internal static class Entities
{
    public static IReadOnlyList<IEntity> All { get; } =
    [
        GlossaryEntity.Entity,
        TermEntity.Entity,
        TagEntity.Entity,
        StudentEntity.Entity,
        OwnerEntity.Entity,
        IdempotencyEntity.Entity,
        StudyEntity.Entity,
        ReviewEntity.Entity,
        TicketEntity.Entity,
        ConnectionEntity.Entity,
        FollowerEntity.Entity,
        ReportEntity.Entity,
        OpenReportEntity.Entity,
        HidingReportEntity.Entity,
    ];
}
