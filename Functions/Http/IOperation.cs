using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>
/// One operation of the API: reads the request, asks the store, answers. What goes wrong as expected is a failure.
/// </summary>
internal interface IOperation
{
    Task<Result<Answer>> RunAsync(Request request, Deadline deadline);
}
