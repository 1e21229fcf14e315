using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.WebSockets;

/// <summary>
/// One client's connection. It belongs to an API and a stage by their names, so that it stays open while a newer assembly takes over.
/// Limits: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html.
/// </summary>
internal sealed class Connection : IAsyncDisposable
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestTime = TimeSpan.FromHours(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _ended = new();
    private readonly ITimer _idle;
    private readonly ITimer _longest;
    private WebSocket? _socket;
    private SocketEnding? _ending;

    /// <summary>A connection that is not established yet.</summary>
    public Connection(string apiId, string stageName, DateTimeOffset connectedAt, TimeProvider time)
    {
        (ApiId, StageName, ConnectedAt, LastActiveAt, _time) = (apiId, stageName, connectedAt, connectedAt, time);
        _idle = Background.CreateTimer(time, "the idle time of a connection", GoAway);
        _longest = Background.CreateTimer(time, "the longest time of a connection", GoAway);
    }

    /// <summary>The id by which the management API knows it.</summary>
    public string Id { get; } = SocketIds.Create();

    /// <summary>The API.</summary>
    public string ApiId { get; }

    /// <summary>The stage.</summary>
    public string StageName { get; }

    /// <summary>When the client asked to connect.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>When something was sent or received for the last time.</summary>
    public DateTimeOffset LastActiveAt { get; private set; }

    /// <summary>The host name that the client called.</summary>
    public required string Host { get; init; }

    /// <summary>Where the client is.</summary>
    public required string SourceIp { get; init; }

    /// <summary>What the client says it is.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Who signed the request to connect; null: nobody.</summary>
    public Caller? Caller { get; set; }

    /// <summary>The access key of that signature.</summary>
    public string? AccessKeyId { get; set; }

    /// <summary>What the authorizer returned, in every event of the connection.</summary>
    public JsonObject? Authorizer { get; set; }

    /// <summary>Ends what waits for the client.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>How it ended, where this side ended it.</summary>
    public SocketEnding? Ending => _ending;

    /// <summary>The handshake is done: from now on messages can be sent.</summary>
    public void Establish(WebSocket socket)
    {
        _socket = socket;
        _longest.Change(LongestTime, Timeout.InfiniteTimeSpan);
        Touch();
    }

    /// <summary>Something was sent or received.</summary>
    public void Touch()
    {
        LastActiveAt = _time.GetUtcNow();
        _idle.Change(IdleTime, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sends a message; false: the client is gone.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> message, bool binary, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            if (_socket is not { State: WebSocketState.Open or WebSocketState.CloseReceived } socket)
            {
                return false;
            }

            var type = binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
            await socket.SendAsync(message, type, WebSocketMessageFlags.EndOfMessage, _ended.Token);
            Touch();
            return true;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Closes it from this side; a client that does not close it in turn is cut off.</summary>
    public async Task CloseAsync(SocketEnding ending)
    {
        Interlocked.CompareExchange(ref _ending, ending, null);
        await _sending.WaitAsync();
        try
        {
            if (_socket is { State: WebSocketState.Open or WebSocketState.CloseReceived } socket)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)ending.StatusCode, ending.Reason, _ended.Token);
            }

            _ended.CancelAfter(Patience);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            await _ended.CancelAsync();
        }
        finally
        {
            _sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync();
        await _longest.DisposeAsync();
        await _ended.CancelAsync();
        _socket?.Dispose();
    }

    private void GoAway() => Background.StartTask("the end of a connection", () => CloseAsync(SocketEnding.GoingAway));
}
