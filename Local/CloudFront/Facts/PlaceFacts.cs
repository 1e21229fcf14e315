namespace Lexicon.Local.CloudFront.Facts;

/// <summary>A place on earth.</summary>
/// <param name="Code">The airport, such as <c>FRA</c>.</param>
/// <param name="City">The city.</param>
/// <param name="Country">Its country's name.</param>
/// <param name="Latitude">In degrees, north is positive.</param>
/// <param name="Longitude">In degrees, east is positive.</param>
internal sealed record PlaceFacts(string Code, string City, string Country, double Latitude, double Longitude);
