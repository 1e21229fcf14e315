namespace Lexicon.Infra.Security;

/// <summary>A finding of cdk-nag that is accepted on one resource.</summary>
/// <param name="Rule">The rule that finds it.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Details">Of a rule that tells what exactly it found, each of it: <c>Resource::*</c>.</param>
internal sealed record Waiver(string Rule, string Reason, params IReadOnlyList<string> Details);
