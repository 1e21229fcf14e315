using System.Text.Json.Nodes;
using Lexicon.Local.CloudFront.Functions;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Runs the behavior's function for viewer responses; not for errors of 400 and above, nor for what CloudFront or a function responded
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html).
/// </summary>
internal sealed class RunViewerResponse : IEdgeStep
{
    public async ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange is
            {
                Behavior.OnViewerResponse: { } function,
                Response: { Status: < 400, XCache: EdgeResponse.Hit or EdgeResponse.Miss or EdgeResponse.RefreshHit } response,
            })
        {
            using var span = function.Begin();
            try
            {
                var happened = FunctionEvent.ForResponse(exchange);
                var returned = function.Run(happened) as JsonObject
                    ?? throw EdgeFunctionException.Invalid("it is not a response");
                var changed = ResponseResult.Changed(response, happened["response"]!.AsObject(), returned);
                if (changed.Body is null && response.Body is { } unread)
                {
                    // The cache keeps what the origin sent, whatever the viewer gets.
                    await unread.CopyToAsync(Stream.Null, exchange.Request.Aborted);
                }

                exchange.Respond(changed);
            }
            catch (EdgeFunctionException failure)
            {
                span.Fail(failure.Message);
                exchange.Fail(failure);
            }
        }
    }
}
