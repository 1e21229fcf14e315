using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Pipeline;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>An event that a function gets when it can.</summary>
/// <param name="Request">What each attempt invokes; every attempt has the same request id.</param>
/// <param name="Settings">How long and how often it is tried.</param>
/// <param name="DeadLetters">Where it goes when every attempt failed; null: it is discarded.</param>
/// <param name="Sender">Who sends records of it to destinations: a session of the function's role.</param>
internal sealed record QueuedEvent(InvokeRequest Request, EventSettings Settings, DeadLetterTarget? DeadLetters, Caller Sender)
{
    /// <summary>Whether the function's reserved concurrency is zero, so that it is not to be invoked at all.</summary>
    public bool IsForStoppedFunction { get; init; }

    /// <summary>The event of a request that was resolved and authorized.</summary>
    public static QueuedEvent From(InvokeRequest request, InvokeTarget target)
    {
        var function = target.Version.Function;
        var configuration = function.Configuration;
        var attempt = new InvokeRequest(target.Reference.Arn, request.Payload)
        {
            RequestId = request.RequestId,
            TraceHeader = request.TraceHeader,
        };
        return new(
            attempt,
            function.Events(target.Reference.Qualifier),
            configuration.DeadLetterQueue is { } queue ? new(queue, configuration.Role, configuration.Name) : null,
            Caller.Session(configuration.Role, configuration.Name))
        {
            IsForStoppedFunction = configuration.ReservedConcurrency == 0,
        };
    }
}
