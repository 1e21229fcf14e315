namespace Lexicon.Infra.Context;

/// <summary>The site's own name, and the Route 53 zone that it is in.</summary>
/// <param name="Name">The name: <c>lexicon.example.com</c>.</param>
/// <param name="HostedZoneId">The id of the zone.</param>
/// <param name="HostedZoneName">The name of the zone: <c>example.com</c>.</param>
internal sealed record SiteDomain(string Name, string HostedZoneId, string HostedZoneName);
