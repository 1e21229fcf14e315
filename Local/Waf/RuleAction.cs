namespace Lexicon.Local.Waf;

/// <summary>What becomes of a request that a rule matches.</summary>
internal enum RuleAction
{
    /// <summary>It passes, and no later rule sees it.</summary>
    Allow,

    /// <summary>It is refused.</summary>
    Block,

    /// <summary>It continues to the next rule.</summary>
    Count,
}
