namespace Lexicon.Functions.Contract;

/// <summary>A report of a term, as moderators see it.</summary>
public sealed record ReportResponse
{
    /// <summary>A ULID.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the request that it came by.</summary>
    public required string RequestId { get; init; }

    /// <summary>The glossary that holds the term.</summary>
    public required string GlossaryId { get; init; }

    /// <summary>The term.</summary>
    public required string TermId { get; init; }

    /// <summary>What is wrong with it: wrong, offensive, spam, copyright or other.</summary>
    public required string Reason { get; init; }

    /// <summary>What the reader said besides.</summary>
    public string? Remark { get; init; }

    /// <summary>When it was reported, UTC.</summary>
    public required DateTime ReportedAt { get; init; }

    /// <summary>The term as it is now; absent where it is gone.</summary>
    public TermResponse? Term { get; init; }

    /// <summary>What a moderator decided last; absent as long as nobody has.</summary>
    public DecisionResponse? Decision { get; init; }
}
