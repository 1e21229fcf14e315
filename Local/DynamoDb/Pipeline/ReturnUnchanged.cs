using Lexicon.Local.DynamoDb.Responses;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>Returns the engine's response as it is where DynamoDB's would be the same.</summary>
internal sealed class ReturnUnchanged : IStep
{
    public ValueTask<IResult?> RunAsync(Exchange exchange) => ValueTask.FromResult<IResult?>(
        exchange.Engine!.IsSuccessStatusCode && !TranslateResponse.Concerns(exchange.Operation, exchange.Request)
            ? new EngineResponse(exchange.Engine, ConsumedUnits.AreWanted(exchange.Request) ? exchange.Operation : null)
            : null);
}
