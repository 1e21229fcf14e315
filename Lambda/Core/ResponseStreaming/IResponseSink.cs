namespace Amazon.Lambda.Core.ResponseStreaming;

/// <summary>Where a streamed response goes; the runtime client has one for each invocation.</summary>
internal interface IResponseSink
{
    /// <summary>Bytes of the response that were sent; a prelude does not count.</summary>
    long BytesWritten { get; }

    /// <summary>Makes the response of the invocation a streamed one.</summary>
    /// <param name="prelude">Status and headers as JSON; null for a response that is nothing but its bytes.</param>
    /// <exception cref="InvalidOperationException">It is one already.</exception>
    void Open(byte[]? prelude);

    /// <summary>Sends bytes, and what has to be sent before them.</summary>
    /// <exception cref="InvalidOperationException">The invocation is over.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}
