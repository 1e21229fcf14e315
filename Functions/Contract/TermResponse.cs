namespace Lexicon.Functions.Contract;

/// <summary>A term, as the API shows it.</summary>
public sealed record TermResponse
{
    /// <summary>A ULID.</summary>
    public required string Id { get; init; }

    /// <summary>The glossary that holds it.</summary>
    public required string GlossaryId { get; init; }

    /// <summary>The name.</summary>
    public required string Term { get; init; }

    /// <summary>Several lines.</summary>
    public required string Definition { get; init; }

    /// <summary>What the definition rests on.</summary>
    public required IReadOnlyList<ReferenceBody> References { get; init; }

    /// <summary>As written, no two alike but for case.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>How the name is said, where that was written.</summary>
    public string? Pronunciation { get; init; }

    /// <summary>The image, where there is one.</summary>
    public ImageResponse? Image { get; init; }

    /// <summary>True where what was uploaded last is not an image that can be shown; the image is the one before.</summary>
    public bool? ImageRefused { get; init; }

    /// <summary>Why moderators hid it from everybody but its owner; absent where they did not.</summary>
    public string? Hidden { get; init; }

    /// <summary>Counts the edits, from 1; also the ETag.</summary>
    public required long Version { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was last edited, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }
}
