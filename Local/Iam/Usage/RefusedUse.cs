namespace Lexicon.Local.Iam.Usage;

/// <summary>A request that was refused.</summary>
/// <param name="Action">What was asked.</param>
/// <param name="Resource">Of which resource.</param>
/// <param name="Reason">IAM's sentence.</param>
/// <param name="Count">How often.</param>
internal sealed record RefusedUse(string Action, string Resource, string Reason, long Count);
