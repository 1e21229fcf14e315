namespace Lexicon.Local.CloudFront.Pipeline;

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
