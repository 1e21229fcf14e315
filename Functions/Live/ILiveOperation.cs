using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;

namespace Lexicon.Functions.Live;

/// <summary>One route of the WebSocket API: reads the event, asks the store, and says what the client gets, if anything.</summary>
internal interface ILiveOperation
{
    Task<Result<Answer>> RunAsync(LiveRequest request, Deadline deadline);
}

/// <summary>An operation that a row of <see cref="LiveRoutes"/> can name.</summary>
internal interface ILiveOperation<TSelf> : ILiveOperation
    where TSelf : class, ILiveOperation<TSelf>
{
    static abstract TSelf Create(LiveParts parts);
}
