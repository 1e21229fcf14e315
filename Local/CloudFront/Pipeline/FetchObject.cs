using Lexicon.Local.CloudFront.Origins;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>Takes the object from the point of presence: from its cache, or from the origin.</summary>
internal sealed class FetchObject(PointOfPresence pointOfPresence) : IEdgeStep
{
    public async ValueTask RunAsync(EdgeExchange exchange)
    {
        try
        {
            exchange.Respond(await pointOfPresence.FetchAsync(
                exchange.Distribution!, exchange.Behavior!, exchange.Request, exchange.RequestId));
        }
        catch (OriginException mistake)
        {
            exchange.Refuse(mistake.Status, mistake.Message);
        }
    }
}
