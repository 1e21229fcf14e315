namespace Lexicon.Local.Iam;

/// <summary>One question to IAM.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Action">Such as <c>dynamodb:GetItem</c>.</param>
/// <param name="Resource">The ARN that is acted on.</param>
internal sealed record AccessRequest(Caller Caller, string Action, string Resource)
{
    /// <summary>Condition keys with their values, such as <c>dynamodb:LeadingKeys</c>; names compare without case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Context { get; init; }
        = new Dictionary<string, IReadOnlyList<string>>();
}
