using Lexicon.Local.DynamoDb.Validation;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>Checks the request alone, before anything is known of the table.</summary>
internal sealed class ValidateRequest : IStep
{
    public ValueTask<IResult?> RunAsync(Exchange exchange) =>
        RequestValidation.Check(exchange.Operation, exchange.Request) is { } error ? throw new DynamoDbException(error) : default;
}
