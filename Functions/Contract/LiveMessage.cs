namespace Lexicon.Functions.Contract;

/// <summary>What a client sends on its connection.</summary>
internal sealed record LiveMessage
{
    /// <summary>With <c>follow</c>: the glossary.</summary>
    public string? GlossaryId { get; init; }
}
