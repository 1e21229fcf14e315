using Lexicon.Local.CloudFront.Edge;

namespace Lexicon.Local.CloudFront.Steps;

/// <summary>Applies the behavior's response headers policy.</summary>
internal sealed class ApplyHeadersPolicy : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange.Behavior?.ResponseHeaders is { } policy)
        {
            ResponseHeadersStep.Apply(policy, exchange.Request, exchange.Response!.Headers);
        }

        return ValueTask.CompletedTask;
    }
}
