using System.Collections.Frozen;

namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// The condition keys of the <c>aws</c> and <c>dynamodb</c> namespaces that requests carry here. Another one of these
/// namespaces is refused by name at start: a deny that waits for a key which never comes would be no deny.
/// </summary>
internal static class KnownKeys
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "aws:CurrentTime", "aws:EpochTime", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalIsAWSService",
        "aws:PrincipalServiceName", "aws:PrincipalType", "aws:RequestedRegion", "aws:ResourceAccount", "aws:SecureTransport",
        "aws:SourceAccount", "aws:SourceArn", "aws:SourceIp", "aws:SourceOwner", "aws:UserAgent", "aws:Referer", "aws:userid",
        "aws:username", "aws:ViaAWSService",
        "dynamodb:Attributes", "dynamodb:EnclosingOperation", "dynamodb:LeadingKeys", "dynamodb:ReturnConsumedCapacity",
        "dynamodb:ReturnValues", "dynamodb:Select",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the key is honored, or belongs to a namespace whose service decides that.</summary>
    public static bool Honors(string key) =>
        Known.Contains(key)
        || !(key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
             || key.StartsWith("dynamodb:", StringComparison.OrdinalIgnoreCase));
}
