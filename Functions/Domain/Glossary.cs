namespace Lexicon.Functions.Domain;

/// <summary>A glossary that exists; one that is being deleted does not.</summary>
internal sealed record Glossary
{
    public required Ulid Id { get; init; }

    public required string Owner { get; init; }

    public required GlossaryDraft Draft { get; init; }

    public required int TermCount { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public Visibility Visibility => Draft.Visibility;

    /// <summary>A new one.</summary>
    public static Glossary New(Ulid id, string owner, GlossaryDraft draft, DateTimeOffset now) => new()
    {
        Id = id,
        Owner = owner,
        Draft = draft,
        TermCount = 0,
        Version = 1,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>The next version of it.</summary>
    public Glossary Edited(GlossaryDraft draft, DateTimeOffset now) =>
        this with { Draft = draft, Version = Version + 1, UpdatedAt = now };
}
