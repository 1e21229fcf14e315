using System.Net.Sockets;

namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>
/// One keep-alive connection to the Runtime API, one request at a time. A connection that is lost, even in the middle of an
/// answer, is made anew and the request sent again: every request of the Runtime API may be repeated.
/// </summary>
internal sealed class RuntimeApiConnection(Func<Stream> connect, TimeProvider time) : IDisposable
{
    private Stream? _stream;
    private ResponseReader? _reader;

    /// <summary>Sends a request and waits for its answer, however long that takes.</summary>
    /// <exception cref="IOException">The Runtime API cannot be reached.</exception>
    /// <exception cref="InvalidDataException">The answer is not HTTP/1.</exception>
    public async ValueTask<Response> ExchangeAsync(
        ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var wasSent = false;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                EnsureConnected();
                var wasSentBefore = wasSent;
                wasSent = true;
                return await ExchangeOnceAsync(head, body, wasSentBefore, cancellationToken);
            }
            catch (Exception e) when (e is IOException or SocketException && ReconnectDelay.After(attempt) is { } delay)
            {
                Close();
                await Task.Delay(delay, time, cancellationToken);
            }
            catch
            {
                // Whatever is under way on this connection has no reader any more.
                Close();
                throw;
            }
        }
    }

    /// <summary>
    /// Sends the beginning of a request whose end is still to come. If the connection is lost before any of it was taken, it is
    /// made anew, once; what follows cannot be sent again, since nobody keeps it.
    /// </summary>
    /// <exception cref="IOException">The Runtime API cannot be reached.</exception>
    public async ValueTask BeginAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(bytes, cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            Close();
            await WriteAsync(bytes, cancellationToken);
        }
    }

    /// <summary>Sends the next bytes of the request that has begun.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        EnsureConnected();
        await _stream!.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>Sends the end of the request that has begun, and waits for the answer.</summary>
    public async ValueTask<Response> EndAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return await ExchangeOnceAsync(bytes, default, wasSentBefore: false, CancellationToken.None);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>Closes the connection; the next request makes a new one.</summary>
    public void Abandon() => Close();

    public void Dispose() => Close();

    private void EnsureConnected()
    {
        if (_stream is null)
        {
            _stream = connect();
            _reader = new(_stream);
        }
    }

    private async ValueTask<Response> ExchangeOnceAsync(
        ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, bool wasSentBefore, CancellationToken cancellationToken)
    {
        await SendAsync(head, body, cancellationToken);
        var (answerHead, answerBody) = await _reader!.ReadAsync(cancellationToken);
        if (!answerHead.KeepsConnection)
        {
            Close();
        }

        return new(answerHead, answerBody, wasSentBefore);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            await _stream!.WriteAsync(head, cancellationToken);
            if (!body.IsEmpty)
            {
                await _stream.WriteAsync(body, cancellationToken);
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The Runtime API may have refused a body (413) before it read all of it: the answer, if there is one, tells.
        }
    }

    private void Close()
    {
        _stream?.Dispose();
        _stream = null;
        _reader = null;
    }
}
