namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Refuses viewers of countries that the distribution does not serve, before the web ACL sees them
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html,
/// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-geo-match.html). A viewer on this machine is in no
/// country, and is served.
/// </summary>
internal sealed class RestrictCountries : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange.Request.Place is { } place && !exchange.Distribution!.Countries.Serves(place.Country))
        {
            exchange.Refuse(403, "The Amazon CloudFront distribution is configured to block access from your country.");
        }

        return ValueTask.CompletedTask;
    }
}
