namespace Lexicon.Functions.Contract;

/// <summary>A glossary, as the API shows it.</summary>
public sealed record GlossaryResponse
{
    /// <summary>A ULID.</summary>
    public required string Id { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Several lines, or empty.</summary>
    public required string Description { get; init; }

    /// <summary><c>public</c> or <c>private</c>.</summary>
    public required string Visibility { get; init; }

    /// <summary>Who owns it; told to the owner only.</summary>
    public string? Owner { get; init; }

    /// <summary>How many terms it holds, exactly.</summary>
    public required int TermCount { get; init; }

    /// <summary>Counts the edits, from 1; also the ETag. Adding a term is no edit of the glossary.</summary>
    public required long Version { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was last edited, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }
}
