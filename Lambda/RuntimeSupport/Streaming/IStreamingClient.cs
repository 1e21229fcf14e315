namespace Amazon.Lambda.RuntimeSupport.Streaming;

/// <summary>
/// A response in chunks
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming). One invocation has one,
/// and nothing else is sent to the Runtime API until it is over.
/// </summary>
internal interface IStreamingClient
{
    /// <summary>Begins the response.</summary>
    /// <param name="awsRequestId">The invocation.</param>
    /// <param name="first">The first bytes, or none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask BeginAsync(string awsRequestId, ReadOnlyMemory<byte> first, CancellationToken cancellationToken);

    /// <summary>Sends more.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Ends the response; with an exception, as one that broke off.</summary>
    Task EndAsync(Exception? exception);

    /// <summary>Gives the connection up, since what was sent on it cannot be ended.</summary>
    void Abandon();
}
