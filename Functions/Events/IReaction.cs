using Lexicon.Functions.Domain;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Events;

/// <summary>
/// Deals with one event. It may get the same event more than once
/// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html). What it throws makes Lambda try again later.
/// </summary>
internal interface IReaction<TEvent>
{
    Task RunAsync(TEvent occurrence, Deadline deadline);
}

/// <summary>A reaction that a row of <see cref="Reactions"/> can name: it says itself which of the stores it needs.</summary>
internal interface IReaction<TSelf, TEvent> : IReaction<TEvent>
    where TSelf : class, IReaction<TSelf, TEvent>
{
    static abstract TSelf Create(Stores stores);
}
