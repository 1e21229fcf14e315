namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>Refuses a method that the behavior does not allow.</summary>
internal sealed class CheckMethod : IEdgeStep
{
    private const string NotAllowed =
        "This distribution is not configured to allow the HTTP request method that was used for this request. "
        + "The distribution supports only cachable requests.";

    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (!exchange.Behavior!.AllowedMethods.Contains(exchange.Request.Method))
        {
            exchange.Refuse(403, NotAllowed);
        }

        return ValueTask.CompletedTask;
    }
}
