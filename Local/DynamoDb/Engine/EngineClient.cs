using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.DynamoDb.Engine;

/// <summary>Our own calls of the engine, as JSON.</summary>
internal sealed class EngineClient(DatabaseEngine engine)
{
    private const string Version = "DynamoDB_20120810.";
    private const int Attempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Calls an operation that must succeed.</summary>
    /// <exception cref="StartupException">It did not; the message is the engine's.</exception>
    public async Task<JsonNode> CallAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        var (succeeded, answer) = await SendAsync(operation, request, cancellation);
        return succeeded
            ? answer!
            : throw new StartupException($"{operation} of table '{request["TableName"]}': {answer?["Message"] ?? answer?["message"]}");
    }

    /// <summary>Calls an operation that asks for something that may not exist.</summary>
    /// <returns>Null when it does not exist.</returns>
    public async Task<JsonNode?> TryCallAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        var (succeeded, answer) = await SendAsync(operation, request, cancellation);
        return succeeded ? answer : null;
    }

    /// <summary>Calls an operation that may fail.</summary>
    /// <returns>The response, or the error.</returns>
    public async Task<(bool Succeeded, JsonNode? Answer)> SendAsync(
        string operation, JsonObject request, CancellationToken cancellation)
    {
        var body = DeepJson.Write(request);
        var attempts = operation.StartsWith("Describe", StringComparison.Ordinal) ? Attempts : 1;
        for (var attempt = 1; ; attempt++)
        {
            using var response = await engine.SendAsync(Version + operation, body, cancellation);
            // While it builds or removes an index, the engine now and then fails to describe the table.
            if ((int)response.StatusCode < 500 || attempt == attempts)
            {
                var content = await response.Content.ReadAsStreamAsync(cancellation);
                return (response.IsSuccessStatusCode, await DeepJson.ParseAsync(content, cancellation));
            }

            await Task.Delay(Pause, cancellation);
        }
    }
}
