using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Assembly;

namespace Lexicon.Local.DynamoDb.Engine;

/// <summary>Our own calls of the engine, as JSON.</summary>
internal sealed class EngineClient(DatabaseEngine engine)
{
    private const string Version = "DynamoDB_20120810.";

    /// <summary>Calls an operation that must succeed.</summary>
    /// <exception cref="Refusal">It did not; the message is the engine's.</exception>
    public async Task<JsonNode> CallAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        using var response = await engine.SendAsync(Version + operation, JsonSerializer.SerializeToUtf8Bytes(request), cancellation);
        var answer = JsonNode.Parse(await response.Content.ReadAsStreamAsync(cancellation))!;
        return response.IsSuccessStatusCode
            ? answer
            : throw new Refusal($"{operation} of table '{request["TableName"]}': {answer["Message"] ?? answer["message"]}");
    }

    /// <summary>Calls an operation that asks for something that may not exist.</summary>
    /// <returns>Null when it does not exist.</returns>
    public async Task<JsonNode?> TryCallAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        using var response = await engine.SendAsync(Version + operation, JsonSerializer.SerializeToUtf8Bytes(request), cancellation);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(await response.Content.ReadAsStreamAsync(cancellation))
            : null;
    }
}
