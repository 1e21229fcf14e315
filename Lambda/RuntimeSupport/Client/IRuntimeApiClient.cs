namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).</summary>
public interface IRuntimeApiClient
{
    /// <summary>Reports that the function cannot start.</summary>
    Task ReportInitializationErrorAsync(Exception exception, CancellationToken cancellationToken = default);

    /// <summary>Reports that the function cannot start, by a type of error alone.</summary>
    Task ReportInitializationErrorAsync(string errorType, CancellationToken cancellationToken = default);

    /// <summary>Waits for the next invocation.</summary>
    Task<InvocationRequest> GetNextInvocationAsync(CancellationToken cancellationToken = default);

    /// <summary>Reports that an invocation failed.</summary>
    Task ReportInvocationErrorAsync(string awsRequestId, Exception exception, CancellationToken cancellationToken = default);

    /// <summary>Sends the answer to an invocation: the stream from its position on.</summary>
    Task SendResponseAsync(string awsRequestId, Stream? outputStream, CancellationToken cancellationToken = default);
}
