using System.Text.Json.Nodes;
using Lexicon.Local.CloudFront.Functions;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Runs the behavior's function for viewer requests, before the cache: it changes the request, or responds itself
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/writing-function-code.html). The behavior stays, whatever it
/// makes of the path.
/// </summary>
internal sealed class RunViewerRequest : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange.Behavior!.OnViewerRequest is { } function)
        {
            using var span = function.Begin();
            try
            {
                Apply(exchange, function);
            }
            catch (EdgeFunctionException failure)
            {
                span.Fail(failure.Message);
                exchange.Fail(failure);
            }
        }

        return ValueTask.CompletedTask;
    }

    private static void Apply(EdgeExchange exchange, EdgeFunction function)
    {
        var happened = FunctionEvent.ForRequest(exchange);
        var returned = function.Run(happened) as JsonObject
            ?? throw EdgeFunctionException.Invalid("it is neither a request nor a response");
        if (ResponseResult.Is(returned))
        {
            exchange.Respond(ResponseResult.Generated(returned));
        }
        else
        {
            exchange.Request = RequestResult.Apply(exchange.Request, happened["request"]!.AsObject(), returned);
        }
    }
}
