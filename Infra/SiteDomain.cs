namespace Lexicon.Infra;

/// <summary>The site's own name, and the Route 53 zone that it is in.</summary>
/// <param name="Name">The name: <c>lexicon.example.com</c>.</param>
/// <param name="HostedZoneId">The id of the zone.</param>
/// <param name="HostedZoneName">The name of the zone: <c>example.com</c>.</param>
internal sealed record SiteDomain(string Name, string HostedZoneId, string HostedZoneName)
{
    /// <summary>The name that the context gives; null where it gives none.</summary>
    /// <exception cref="RefusedContextException">The context says only a part, or the name is not in the zone.</exception>
    public static SiteDomain? Read(Context context) =>
        (context.Text("domainName"), context.Text("hostedZoneId"), context.Text("hostedZoneName")) switch
        {
            (null, null, null) => null,
            ({ } name, { } id, { } zone) when name == zone || name.EndsWith($".{zone}", StringComparison.Ordinal) => new(name, id, zone),
            ({ } name, { }, { } zone) => throw new RefusedContextException(
                $"Context domainName is '{name}', which is not in the zone '{zone}'."),
            _ => throw new RefusedContextException(
                "Context domainName, hostedZoneId and hostedZoneName belong together: say all three or none."),
        };
}
