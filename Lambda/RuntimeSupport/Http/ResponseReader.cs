namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>Reads one answer after the other from a connection (RFC 9112, section 6.3, for where each ends).</summary>
internal sealed class ResponseReader(Stream stream)
{
    // A body of unknown length starts with this much; bodies grow by doubling.
    private const int InitialBodySize = 4 * 1024;

    // What Lambda takes and gives is at most 6 MB, 20 MB when streamed: anything near this is not a Runtime API.
    private const long MaxBodySize = 64 * 1024 * 1024;

    private readonly ReceiveBuffer _received = new(stream);

    public async ValueTask<(ResponseHead Head, PooledBytes Body)> ReadAsync(CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(cancellationToken);
        var body = new PooledBytes((int)Math.Clamp(head.ContentLength ?? InitialBodySize, 1, MaxBodySize));
        try
        {
            await ReadBodyAsync(head, body, cancellationToken);
            return (head, body);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private async ValueTask<ResponseHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!ResponseHeadParser.TryParse(_received.Unread, out var head, out var length))
            {
                await _received.FillAsync(cancellationToken);
                continue;
            }

            _received.Skip(length);
            if (!head.IsInterim)
            {
                return head;
            }
        }
    }

    private async ValueTask ReadBodyAsync(ResponseHead head, PooledBytes body, CancellationToken cancellationToken)
    {
        if (!head.HasBody)
        {
            return;
        }

        if (head.IsChunked)
        {
            await ChunkedBody.ReadAsync(_received, body, cancellationToken);
        }
        else if (head.ContentLength is { } length)
        {
            await _received.MoveAsync(body, length, cancellationToken);
        }
        else
        {
            head.KeepsConnection = false;
            await ReadToEndAsync(body, cancellationToken);
        }
    }

    private async ValueTask ReadToEndAsync(PooledBytes body, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                body.Append(_received.Unread);
                _received.Skip(_received.Unread.Length);
                await _received.FillAsync(cancellationToken);
            }
        }
        catch (ConnectionLostException)
        {
            // The end of the connection is the end of this body.
        }
    }
}
