namespace Lexicon.Local.Iam.Usage;

/// <summary>An action that a statement allows.</summary>
/// <param name="Action">As the statement has it, wildcards included.</param>
/// <param name="Statement">The statement, JSON.</param>
/// <param name="Count">How often it was what allowed a request.</param>
/// <param name="Explanation">Why no request ever uses it on this machine; null: one may.</param>
/// <param name="Ahead">How often a service asked for it ahead, see <see cref="Caller.IsAhead"/>.</param>
internal sealed record GrantUse(string Action, string Statement, long Count, string? Explanation, long Ahead = 0)
{
    /// <summary>What a grant is for that was only asked for ahead, in words.</summary>
    public const string AskedAhead = "Lambda asked for it when it made the function or its mapping; no request has used it";

    /// <summary>Whether nothing says why it has not been used.</summary>
    public bool IsUnused => Count == 0 && !IsOnlyAhead && Explanation is null;

    /// <summary>Whether it was asked for ahead, and no request has used it.</summary>
    public bool IsOnlyAhead => Count == 0 && Ahead > 0;

    /// <summary>Why an action is never asked for here; null where it is.</summary>
    public static string? Explain(string action) => action.Split(':')[0].ToLowerInvariant() switch
    {
        "logs" => "the runner writes the logs of functions itself",
        "xray" => "the runner keeps the traces itself",
        "kms" => "nothing is encrypted by a key here",
        _ => null,
    };
}
