using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Requests;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>Lets DynamoDB Local perform the request.</summary>
internal sealed class SendToEngine(DatabaseEngine engine, RequestTranslation requests) : IStep
{
    public async ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        var target = exchange.Context.Request.Headers["x-amz-target"].ToString();
        exchange.Engine = await engine.SendAsync(target, requests.Translate(exchange.Body), exchange.Cancellation);
        return null;
    }
}
