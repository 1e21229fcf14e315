namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>Holds the viewer's conditions and its range against the object.</summary>
internal sealed class AnswerConditions : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        exchange.Respond(ViewerConditions.Apply(exchange.Request, exchange.Response!));
        return ValueTask.CompletedTask;
    }
}
