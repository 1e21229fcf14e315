namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>What a role was refused.</summary>
/// <param name="Role">Its ARN.</param>
/// <param name="Action">The action.</param>
/// <param name="Resource">The ARN of what it was asked of.</param>
/// <param name="Reason">IAM's sentence.</param>
internal sealed record Refusal(string Role, string Action, string Resource, string Reason);
