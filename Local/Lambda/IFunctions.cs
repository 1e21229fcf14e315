namespace Lexicon.Local.Lambda;

/// <summary>Synchronous invocation of the provisioned functions, as the other services use it.</summary>
internal interface IFunctions
{
    /// <summary>
    /// Invokes a function and waits for its answer (API Invoke, RequestResponse). What goes wrong inside the function is an
    /// answer with <see cref="InvokeResponse.FunctionError"/>, not an exception.
    /// </summary>
    /// <param name="functionArn">ARN of the function, with or without a version or alias.</param>
    /// <param name="payload">The event, JSON in UTF-8.</param>
    /// <param name="invocation">Who calls, and the trace it belongs to.</param>
    /// <param name="cancellation">Gives up waiting; the function runs on, as on AWS.</param>
    /// <exception cref="LambdaServiceException">The service refuses: no such function, no permission, throttled.</exception>
    Task<InvokeResponse> InvokeAsync(
        string functionArn, ReadOnlyMemory<byte> payload, InvokeRequest invocation, CancellationToken cancellation);

    /// <summary>
    /// The clock by which a caller gives up waiting for a function: its own, but for a function that a debugger is at.
    /// </summary>
    TimeProvider TimeoutClock(string functionArn, TimeProvider own) => own;
}
