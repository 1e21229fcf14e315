namespace Lexicon.Functions.Domain;

/// <summary>A term of a glossary.</summary>
internal sealed record Term
{
    public required Ulid Id { get; init; }

    public required Ulid GlossaryId { get; init; }

    public required TermDraft Draft { get; init; }

    public TermImage? Image { get; init; }

    /// <summary>Whether what was uploaded last is not an image that can be shown.</summary>
    public bool IsImageRefused { get; init; }

    /// <summary>Why moderators hid it from everybody but its owner; null where they did not.</summary>
    public string? Hidden { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Where it stands in the list of its glossary.</summary>
    public TermPosition Position => new(SortText.Of(Draft.Name), Id);

    /// <summary>A new one.</summary>
    public static Term New(Ulid id, Ulid glossaryId, TermDraft draft, DateTimeOffset now) => new()
    {
        Id = id,
        GlossaryId = glossaryId,
        Draft = draft,
        Version = 1,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>The next version of it, with another image or none.</summary>
    public Term WithImage(TermImage? image, DateTimeOffset now) =>
        this with { Image = image, IsImageRefused = false, Version = Version + 1, UpdatedAt = now };

    /// <summary>The next version of it, which says that an upload was refused.</summary>
    public Term WithImageRefused(DateTimeOffset now) => this with { IsImageRefused = true, Version = Version + 1, UpdatedAt = now };

    /// <summary>The next version of it, which nobody sees but its owner.</summary>
    public Term WithHidden(string reason, DateTimeOffset now) =>
        this with { Hidden = reason, Version = Version + 1, UpdatedAt = now };

    /// <summary>The next version of it, which everybody sees again.</summary>
    public Term WithShown(DateTimeOffset now) => this with { Hidden = null, Version = Version + 1, UpdatedAt = now };

    /// <summary>The next version of it.</summary>
    public Term Edited(TermDraft draft, DateTimeOffset now) =>
        this with { Draft = draft, Version = Version + 1, UpdatedAt = now };
}
