namespace Lexicon.Functions.Contract;

/// <summary>A problem (RFC 9457), the body of every answer of a handler that is not a success.</summary>
public sealed record ProblemResponse
{
    /// <summary>The kind of problem, a name: the page of <c>/problems/stale-version</c> is docs/problems/stale-version.md.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words, the same for every occurrence.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong this time. It never repeats the input.</summary>
    public required string Detail { get; init; }

    /// <summary>This occurrence: the id that the log knows the request by.</summary>
    public string? Instance { get; init; }

    /// <summary>What is wrong with the body, member by member.</summary>
    public IReadOnlyList<MemberError>? Errors { get; init; }
}
