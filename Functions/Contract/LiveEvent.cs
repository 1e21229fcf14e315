namespace Lexicon.Functions.Contract;

/// <summary>What a client gets on its connection.</summary>
internal sealed record LiveEvent
{
    /// <summary><c>following</c>, <c>unfollowed</c>, <c>readers</c>, <c>changes</c> or <c>problem</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The glossary that it is about.</summary>
    public string? GlossaryId { get; init; }

    /// <summary>With <c>following</c>: the glossary's version then. Terms change without it: a client reads them once more.</summary>
    public long? Version { get; init; }

    /// <summary>With <c>following</c>: how many terms it had then.</summary>
    public int? TermCount { get; init; }

    /// <summary>How many connections follow the glossary.</summary>
    public int? Readers { get; init; }

    /// <summary>With <c>changes</c>: what has changed in the glossary, in the order in which it was done.</summary>
    public IReadOnlyList<LiveChange>? Changes { get; init; }

    /// <summary>With <c>problem</c>: its kind, as the HTTP API has it.</summary>
    public string? Problem { get; init; }

    /// <summary>With <c>problem</c>: what is wrong, for people.</summary>
    public string? Detail { get; init; }
}
