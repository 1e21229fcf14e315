namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>An event that a function is to get when it can.</summary>
/// <param name="Function">What the caller named, qualifier included.</param>
/// <param name="Payload">The event.</param>
/// <param name="Invocation">The circumstances; every attempt has the same request id.</param>
/// <param name="Settings">How long and how often it is tried.</param>
/// <param name="DeadLetters">Where it goes when nothing helps; null: it is discarded.</param>
internal sealed record QueuedEvent(
    FunctionReference Function, ReadOnlyMemory<byte> Payload, InvokeRequest Invocation, EventSettings Settings, DeadLetterTarget? DeadLetters);
