using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Aws.Patterns;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>TestEventPattern (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html).</summary>
internal static class TestEventPattern
{
    // What every event must have.
    private static readonly string[] Required = ["id", "account", "source", "time", "region", "resources", "detail-type"];

    /// <summary>Whether an event matches a pattern.</summary>
    public static JsonObject Run(AwsCall call)
    {
        try
        {
            var pattern = EventPattern.Parse(call.Request.Required("EventPattern"), PatternDialect.EventBridge);
            return new() { ["Result"] = pattern.Matches(ReadEvent(call.Request.Required("Event"))) };
        }
        catch (PatternException reason)
        {
            throw EventBridgeException.InvalidPattern(reason);
        }
    }

    private static JsonElement ReadEvent(string text)
    {
        JsonElement root;
        try
        {
            using var document = SentJson.Parse(text);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw EventBridgeException.Invalid("Parameter Event is not valid. Reason: Invalid JSON");
        }

        return root.ValueKind == JsonValueKind.Object && Required.All(name => root.TryGetProperty(name, out _))
            ? root
            : throw EventBridgeException.Invalid("Parameter Event is not valid.");
    }
}
