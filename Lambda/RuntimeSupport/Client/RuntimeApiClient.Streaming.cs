using Amazon.Lambda.RuntimeSupport.Streaming;

namespace Amazon.Lambda.RuntimeSupport;

/// <content>Responses in chunks.</content>
public sealed partial class RuntimeApiClient : IStreamingClient
{
    /// <inheritdoc/>
    ValueTask IStreamingClient.BeginAsync(string awsRequestId, ReadOnlyMemory<byte> first, CancellationToken cancellationToken)
    {
        _request.Clear();
        _head.WriteStreamed(_request, awsRequestId);
        _ = Chunk.Append(_request, first.Span);
        return _connection.BeginAsync(_request.Memory, cancellationToken);
    }

    /// <inheritdoc/>
    ValueTask IStreamingClient.WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _request.Clear();
        _ = Chunk.Append(_request, bytes.Span);
        return _connection.WriteAsync(_request.Memory, cancellationToken);
    }

    /// <inheritdoc/>
    async Task IStreamingClient.EndAsync(Exception? exception)
    {
        _request.Clear();
        Chunk.AppendLast(_request, exception);
        using var response = await _connection.EndAsync(_request.Memory);
        ThrowIfRefused("streamed response", response);
    }

    /// <inheritdoc/>
    void IStreamingClient.Abandon() => _connection.Abandon();
}
