namespace Lexicon.Local.CloudFront;

/// <summary>Applies the behaviour's response headers policy.</summary>
internal sealed class ApplyHeadersPolicy : IEdgeStep
{
    /// <inheritdoc/>
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange.Behaviour?.ResponseHeaders is { } policy)
        {
            ResponseHeadersStep.Apply(policy, exchange.Request, exchange.Response!.Headers);
        }

        return ValueTask.CompletedTask;
    }
}
