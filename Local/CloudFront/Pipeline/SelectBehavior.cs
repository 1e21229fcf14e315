namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>Finds the first behavior whose path pattern matches.</summary>
internal sealed class SelectBehavior : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        exchange.Behavior = exchange.Distribution!.BehaviorFor(exchange.Request.Path);
        return ValueTask.CompletedTask;
    }
}
