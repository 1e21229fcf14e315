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

    public Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        lock (Sent)
        {
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
        var response = await new TakeLiveTicket(Stores.Live, time, new LogLines().Log).HandleAsync(
            new()
            {
                MethodArn = "arn:aws:execute-api:us-east-1:123456789012:abc/dev/$connect",
                QueryStringParameters = ticket is null ? null : new Dictionary<string, string> { ["ticket"] = ticket },
                RequestContext = new() { RequestId = "request" },
            },
            new TestContext(TimeSpan.FromSeconds(10)));
        return (response.PolicyDocument.Statement.Single().Effect, response.Context?.GetValueOrDefault("reader"));
    }

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

    private Stores Stores => new(
        () => table.Client, TestTable.Name, () => throw new InvalidOperationException("Live needs no images."), time);
}
