using Lexicon.Local.CloudFront.Locations;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Leads the viewer to the nearest point of presence that serves the distribution
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html); on AWS that is done by DNS.
/// </summary>
internal sealed class SelectPointOfPresence(EdgeLocations locations, Travel travel) : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        var place = exchange.Request.Place;
        exchange.Location = locations.For(place, exchange.Distribution!.PriceClass);
        var way = travel.GoAsync(place, exchange.Location.Place, exchange.Request.Aborted);
        return way.IsCompletedSuccessfully ? ValueTask.CompletedTask : new(way);
    }
}
