namespace Lexicon.Local.Iam.Policies;

/// <summary>What a policy decides about a request.</summary>
internal enum Verdict
{
    /// <summary>No statement applies: denied implicitly, unless another policy allows it.</summary>
    None,

    /// <summary>A statement allows it.</summary>
    Allow,

    /// <summary>A statement denies it: nothing can allow it any more.</summary>
    Deny,
}
