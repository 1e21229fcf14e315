using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using Lexicon.Functions.Live;
using Lexicon.Functions.Store;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Live;

/// <summary>The routes of the WebSocket API on a table, called as API Gateway calls them; what they send is kept.</summary>
internal sealed class RunningLive(TestTable table, TimeProvider time) : IConnectionSender
{
    /// <summary>What was sent: connection and message.</summary>
    public List<(string ConnectionId, string Message)> Sent { get; } = [];

    /// <summary>The connections that are gone.</summary>
    public HashSet<string> Gone { get; } = [];

    /// <summary>The connections to which nothing can be sent, though they are there.</summary>
    public HashSet<string> Failing { get; } = [];

    public Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        lock (Sent)
        {
            if (Failing.Contains(connectionId))
            {
                return Task.FromException<bool>(new HttpRequestException("The management API answered 500."));
            }

            if (Gone.Contains(connectionId))
            {
                return Task.FromResult(false);
            }

            Sent.Add((connectionId, System.Text.Encoding.UTF8.GetString(message.Span)));
            return Task.FromResult(true);
        }
    }

    /// <summary>The policy's effect and the reader, for a request to connect with this ticket.</summary>
    public async Task<(string Effect, object? Reader)> AuthorizeAsync(string? ticket)
    {
        var response = await ResponseAsync(ticket);
        return (response.PolicyDocument.Statement.Single().Effect, response.Context?.GetValueOrDefault("reader"));
    }

    /// <summary>Why a request to connect with this ticket is denied; null: it is not.</summary>
    public async Task<object?> RefusalAsync(string? ticket) => (await ResponseAsync(ticket)).Context?.GetValueOrDefault("reason");

    private async Task<APIGatewayCustomAuthorizerResponse> ResponseAsync(string? ticket) =>
        await new TakeLiveTicket(Stores.Live, time, new LogLines().Log).HandleAsync(
            new()
            {
                MethodArn = "arn:aws:execute-api:us-east-1:123456789012:abc/dev/$connect",
                QueryStringParameters = ticket is null ? null : new Dictionary<string, string> { ["ticket"] = ticket },
                RequestContext = new() { RequestId = "request" },
            },
            new TestContext(TimeSpan.FromSeconds(10)));

    /// <summary>What the function of a route returns.</summary>
    public async Task<(int Status, JsonNode? Body)> CallAsync(
        string operation, string connectionId, string? reader = null, object? message = null)
    {
        var route = LiveRoutes.Find(operation)!;
        var endpoint = new LiveEndpoint(route, route.CreateHandler(new(Stores, () => this)), time, new LogLines().Log);
        var response = await endpoint.HandleAsync(
            new()
            {
                Body = message is null ? null : JsonSerializer.Serialize(message),
                RequestContext = new()
                {
                    ConnectionId = connectionId,
                    RouteKey = route.Key,
                    RequestId = "request",
                    Authorizer = reader is null
                        ? null
                        : new APIGatewayCustomAuthorizerContext { ["reader"] = JsonSerializer.SerializeToElement(reader) },
                },
            },
            new TestContext(TimeSpan.FromSeconds(10)));
        return (response.StatusCode, response.Body is null ? null : JsonNode.Parse(response.Body));
    }

    /// <summary>What the function that tells of changes returns of a batch: the sequence numbers of the records that failed.</summary>
    public async Task<IReadOnlyList<string>> PublishAsync(StreamBatch batch, LogLines? log = null)
    {
        var changes = new LiveParts(Stores, () => this).Changes;
        var response = await new PublishChanges(changes, time, (log ?? new()).Log).HandleAsync(
            batch.Event, new TestContext(TimeSpan.FromSeconds(10)));
        return [.. response.BatchItemFailures.Select(failure => failure.ItemIdentifier)];
    }

    /// <summary>The changes that a connection was told of, message by message.</summary>
    public IReadOnlyList<JsonArray> ChangesTold(string connectionId) =>
    [
        .. Sent.Where(sent => sent.ConnectionId == connectionId)
            .Select(sent => JsonNode.Parse(sent.Message)!)
            .Where(message => (string?)message["type"] == "changes")
            .Select(message => message["changes"]!.AsArray()),
    ];

    private Stores Stores => new(
        () => table.Client, TestTable.Name, () => throw new InvalidOperationException("Live needs no images."), time);
}
