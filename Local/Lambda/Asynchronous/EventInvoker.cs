namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>Takes asynchronous invocations (API Invoke, Event) whose callers are allowed to make them.</summary>
internal sealed class EventInvoker(Functions functions, EventQueue queue)
{
    /// <summary>Puts an event into the function's queue.</summary>
    /// <returns>The id of the request, the same for each attempt.</returns>
    /// <exception cref="LambdaServiceException">There is no such function, or the event is too large.</exception>
    public string Invoke(FunctionReference reference, ReadOnlyMemory<byte> payload, InvokeRequest invocation)
    {
        var function = functions.Route(reference, draw: 0).Function;
        PayloadLimit.Event.Check(payload.Length);
        var configuration = function.Configuration;
        var requestId = Guid.NewGuid().ToString();
        queue.Add(new QueuedEvent(
            reference,
            payload,
            invocation with { RequestId = requestId },
            function.Events(reference.Qualifier),
            configuration.DeadLetterQueue is { } arn ? new(arn, configuration.Role, configuration.Name) : null));
        return requestId;
    }
}
