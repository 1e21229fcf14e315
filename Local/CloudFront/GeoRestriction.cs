namespace Lexicon.Local.CloudFront;

/// <summary>
/// Which countries a distribution serves
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html).
/// </summary>
/// <param name="Listed">The countries, ISO 3166-1 alpha-2.</param>
/// <param name="AreServed">Whether those and no others are served, or all but those.</param>
internal sealed record GeoRestriction(IReadOnlyList<string> Listed, bool AreServed)
{
    /// <summary>Every country is served.</summary>
    public static GeoRestriction None { get; } = new([], AreServed: false);

    /// <summary>Whether viewers of a country are served.</summary>
    public bool Serves(string country) => Listed.Contains(country, StringComparer.OrdinalIgnoreCase) == AreServed;
}
