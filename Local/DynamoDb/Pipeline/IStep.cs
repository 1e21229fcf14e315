using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>One step of the way of a request through DynamoDB.</summary>
internal interface IStep
{
    /// <summary>Lets the request continue with the next step (null), or returns the response that it ends with.</summary>
    /// <exception cref="DynamoDbException">The request is refused.</exception>
    ValueTask<IResult?> RunAsync(Exchange exchange);
}
