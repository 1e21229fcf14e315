namespace Lexicon.Local.Lambda;

/// <summary>Invocation of the provisioned functions, as the other services use it.</summary>
internal interface IFunctions
{
    /// <summary>
    /// Invokes a function (API Invoke, https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html). What goes wrong inside the
    /// function is a response with <see cref="InvokeResponse.FunctionError"/>, not an exception.
    /// </summary>
    /// <param name="request">The function, the event, and who calls.</param>
    /// <param name="cancellation">Ends the caller's wait; the function continues, as on AWS.</param>
    /// <exception cref="LambdaServiceException">The service refuses: no such function, no permission, throttled.</exception>
    Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellation);

    /// <summary>
    /// The clock by which a caller gives up waiting for a function: its own, except for a function that a debugger is attached to, and
    /// while a request is to be held.
    /// </summary>
    TimeProvider TimeoutClock(string functionArn, TimeProvider own) => own;
}
