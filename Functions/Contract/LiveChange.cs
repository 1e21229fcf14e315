namespace Lexicon.Functions.Contract;

/// <summary>
/// One change of a glossary that others follow. It may come twice; what is not newer than what a client has, it ignores. A change of a
/// glossary is not one of its version alone: how many terms there are is told with the version that there was.
/// </summary>
internal sealed record LiveChange
{
    /// <summary>A term has appeared.</summary>
    public const string TermAdded = "termAdded";

    /// <summary>A term is another, its image included.</summary>
    public const string TermChanged = "termChanged";

    /// <summary>A term is gone.</summary>
    public const string TermRemoved = "termRemoved";

    /// <summary>The glossary is another: its title, its description, how many terms it has.</summary>
    public const string GlossaryChanged = "glossaryChanged";

    /// <summary>The glossary is gone, or is no longer to be seen by this reader, who follows it no longer.</summary>
    public const string GlossaryRemoved = "glossaryRemoved";

    /// <summary><c>termAdded</c>, <c>termChanged</c>, <c>termRemoved</c>, <c>glossaryChanged</c> or <c>glossaryRemoved</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the term or of the glossary; of a term that is gone, its last one.</summary>
    public long? Version { get; init; }

    /// <summary>Of a change of a term: the term's id.</summary>
    public string? TermId { get; init; }

    /// <summary>With <c>termAdded</c> and <c>termChanged</c>: the term as it is now.</summary>
    public TermResponse? Term { get; init; }

    /// <summary>With <c>glossaryChanged</c>: the glossary as anyone sees it.</summary>
    public GlossaryResponse? Glossary { get; init; }
}
