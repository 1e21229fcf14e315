using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Lexicon.Functions.Events;
using Lexicon.Functions.Json;
using Lexicon.Functions.Logging;
using Lexicon.Functions.Store;

namespace Lexicon.Functions;

/// <summary>A row whose function takes the messages of a queue in batches; its handler deals with one of them.</summary>
/// <typeparam name="THandler">The handler.</typeparam>
internal sealed record QueueReaction<THandler>(Trigger Trigger, string Summary) : Reaction(typeof(THandler).Name, Trigger, Summary)
    where THandler : class, IReaction<THandler, SQSEvent.SQSMessage>
{
    internal override LambdaBootstrapBuilder CreateBootstrap(Stores stores, TimeProvider time, Log log) =>
        LambdaBootstrapBuilder.Create<SQSEvent, SQSBatchResponse>(
            new QueueEndpoint(this, THandler.Create(stores), time, log).HandleAsync,
            new SourceGeneratorLambdaJsonSerializer<EventJson>());
}
