using System.Text.Json.Nodes;

namespace Lexicon.Local.EventBridge;

/// <summary>An event that is about to be put on a bus.</summary>
/// <param name="Source">Who reports it, such as <c>aws.s3</c>.</param>
/// <param name="DetailType">What kind of event it is, such as <c>Object Created</c>.</param>
/// <param name="Detail">What happened.</param>
internal sealed record NewEvent(string Source, string DetailType, JsonObject Detail)
{
    /// <summary>The bus, by its name or ARN.</summary>
    public string Bus { get; init; } = EventBuses.Default;

    /// <summary>The ARNs of what it is about.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>When it happened; null: now.</summary>
    public DateTimeOffset? Time { get; init; }
}
