namespace Lexicon.Local.CloudFront;

/// <summary>Finds the first behaviour whose path pattern matches.</summary>
internal sealed class SelectBehavior : IEdgeStep
{
    /// <inheritdoc/>
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        exchange.Behaviour = exchange.Distribution!.BehaviourFor(exchange.Request.Path);
        return ValueTask.CompletedTask;
    }
}
