namespace Lexicon.Functions.Tests.Soak;

/// <summary>What was answered of one term.</summary>
internal sealed class TermModel
{
    /// <summary>What each version was.</summary>
    public Dictionary<long, (string Name, string Tag)> Versions { get; } = [];

    /// <summary>The versions of its reviews.</summary>
    public HashSet<long> Reviews { get; } = [];

    public bool IsDeleted { get; set; }

    /// <summary>How many edits or deletions were not answered.</summary>
    public int Uncertain { get; set; }
}
