using Lexicon.Functions.Domain;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Http;

/// <summary>
/// One operation of the API: reads the request, asks the store, answers. What goes wrong as expected is a failure.
/// </summary>
internal interface IOperation
{
    Task<Result<Answer>> RunAsync(Request request, Deadline deadline);
}

/// <summary>An operation that a row of <see cref="Routes"/> can name: it says itself which of the stores it needs.</summary>
internal interface IOperation<TSelf> : IOperation
    where TSelf : class, IOperation<TSelf>
{
    static abstract TSelf Create(Stores stores);
}
