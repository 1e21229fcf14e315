using Amazon.Lambda.Core.ResponseStreaming;

namespace Amazon.Lambda.RuntimeSupport.Streaming;

/// <summary>
/// The streamed response of one invocation. Nothing is sent before the first write: until then a failure is one like any other,
/// and is reported as such.
/// </summary>
internal sealed class StreamedResponse(IStreamingClient client, string awsRequestId) : IResponseSink
{
    // What stands between the prelude and the body of an HTTP response.
    private const int SeparatorLength = 8;

    private byte[]? _prelude;
    private bool _isOver;

    /// <summary>Whether the handler asked for it.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether anything was sent.</summary>
    public bool HasBegun { get; private set; }

    public long BytesWritten { get; private set; }

    public void Open(byte[]? prelude)
    {
        ThrowIfOver();
        if (IsOpen)
        {
            throw new InvalidOperationException("The response of this invocation is streamed already.");
        }

        IsOpen = true;
        _prelude = prelude;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        ThrowIfOver();
        if (bytes.IsEmpty)
        {
            return;
        }

        try
        {
            await SendAsync(bytes, cancellationToken);
            BytesWritten += bytes.Length;
        }
        catch
        {
            // How much of it arrived nobody knows.
            _isOver = true;
            throw;
        }
    }

    /// <summary>Lets nothing be written any more: the invocation was answered in another way.</summary>
    public void Close() => _isOver = true;

    /// <summary>Ends it, after the handler.</summary>
    /// <param name="exception">What the handler threw, if it did.</param>
    public async Task EndAsync(Exception? exception)
    {
        if (_isOver)
        {
            client.Abandon();
            return;
        }

        _isOver = true;
        if (!HasBegun)
        {
            await BeginAsync(default, CancellationToken.None);
        }

        await client.EndAsync(exception);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (HasBegun)
        {
            await client.WriteAsync(bytes, cancellationToken);
        }
        else
        {
            await BeginAsync(bytes, cancellationToken);
        }
    }

    private async ValueTask BeginAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        HasBegun = true;
        var first = _prelude is null ? bytes : (byte[])[.. _prelude, .. new byte[SeparatorLength], .. bytes.Span];
        await client.BeginAsync(awsRequestId, first, cancellationToken);
    }

    private void ThrowIfOver()
    {
        if (_isOver)
        {
            throw new InvalidOperationException("The response of this invocation is over.");
        }
    }
}
