using System.Text.Json.Nodes;

namespace Lexicon.Local.Sqs;

/// <summary>
/// Which queues may have this one as their dead-letter queue
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html).
/// </summary>
/// <param name="Permission"><c>allowAll</c>, <c>denyAll</c> or <c>byQueue</c>.</param>
/// <param name="SourceArns">With <c>byQueue</c>: the queues.</param>
/// <param name="Document">The policy as it was written.</param>
internal sealed record RedriveAllowPolicy(string Permission, IReadOnlyList<string> SourceArns, JsonNode Document)
{
    private const int MostSources = 10;

    /// <summary>Reads a policy; null when it is none.</summary>
    public static RedriveAllowPolicy? Read(JsonNode? document)
    {
        if (document is not JsonObject policy || policy.Any(member => member.Key is not ("redrivePermission" or "sourceQueueArns")))
        {
            return null;
        }

        var sources = (policy["sourceQueueArns"] as JsonArray ?? []).Select(source => source?.ToString() ?? "").ToList();
        var permission = policy["redrivePermission"]?.ToString();
        return permission switch
        {
            "allowAll" or "denyAll" when sources.Count == 0 => new(permission, sources, document),
            "byQueue" when sources.Count is >= 1 and <= MostSources => new(permission, sources, document),
            _ => null,
        };
    }

    /// <summary>Whether a queue may.</summary>
    public bool Allows(string sourceArn) =>
        Permission == "allowAll" || (Permission == "byQueue" && SourceArns.Contains(sourceArn));
}
