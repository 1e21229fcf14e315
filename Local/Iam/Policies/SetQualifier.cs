namespace Lexicon.Local.Iam.Policies;

/// <summary>How a condition compares a key that has several values.</summary>
internal enum SetQualifier
{
    /// <summary>No qualifier: the key has one value.</summary>
    None,

    /// <summary>Every value of the request must match; holds when there is none.</summary>
    ForAllValues,

    /// <summary>At least one value of the request must match; fails when there is none.</summary>
    ForAnyValue,
}
