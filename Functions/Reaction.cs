using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Functions.Events;
using Lexicon.Functions.Json;
using Lexicon.Functions.Logging;
using Lexicon.Functions.Store;

namespace Lexicon.Functions;

/// <summary>A function that an event runs and no caller: a row of <see cref="Reactions"/>.</summary>
/// <param name="Name">The name, unique among all functions, in PascalCase: <c>OPERATION</c> of its function.</param>
/// <param name="Trigger">What makes it run.</param>
/// <param name="Summary">What it does, in a few words.</param>
public abstract record Reaction(string Name, Trigger Trigger, string Summary)
{
    /// <summary>When Lambda ends an invocation.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>Puts the function together.</summary>
    internal abstract LambdaBootstrapBuilder CreateBootstrap(Stores stores, TimeProvider time, Log log);
}

/// <summary>A row that names its handler, so that a row without one does not compile. The handler's name is the function's.</summary>
/// <typeparam name="THandler">The handler.</typeparam>
/// <typeparam name="TEvent">The event that it reads, listed in <see cref="EventJson"/>.</typeparam>
internal sealed record Reaction<THandler, TEvent>(Trigger Trigger, string Summary)
    : Reaction(typeof(THandler).Name, Trigger, Summary)
    where THandler : class, IReaction<THandler, TEvent>
{
    internal override LambdaBootstrapBuilder CreateBootstrap(Stores stores, TimeProvider time, Log log) =>
        LambdaBootstrapBuilder.Create<TEvent>(
            new ReactionEndpoint<TEvent>(this, THandler.Create(stores), time, log).HandleAsync,
            new SourceGeneratorLambdaJsonSerializer<EventJson>());
}
