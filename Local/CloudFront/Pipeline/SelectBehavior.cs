namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>Finds the first behavior whose path pattern matches.</summary>
internal sealed class SelectBehavior : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        var distribution = exchange.Distribution!;
        exchange.Behavior = distribution.BehaviorFor(distribution.Rooted(exchange.Request.Path));
        return ValueTask.CompletedTask;
    }
}
