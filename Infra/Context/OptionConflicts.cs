namespace Lexicon.Infra.Context;

/// <summary>What does not go together of what the context can ask for.</summary>
internal static class OptionConflicts
{
    /// <summary>Looks at all of it.</summary>
    /// <exception cref="RefusedContextException">Two options do not go together; the message names them.</exception>
    public static void Check(Options options)
    {
        if ((Domain(options) ?? Replicas(options) ?? GlobalRegion(options) ?? Budget(options) ?? BootstrapKey(options)) is { } conflict)
        {
            throw new RefusedContextException($"Context option {conflict}");
        }
    }

    private static string? Domain(Options options) => (options.DomainName, options.HostedZoneId, options.HostedZoneName) switch
    {
        (null, null, null) => null,
        ({ } name, { }, { } zone) => name == zone || name.EndsWith($".{zone}", StringComparison.Ordinal)
            ? null
            : $"domainName is '{name}', which is not in the zone '{zone}'.",
        _ => "domainName needs hostedZoneId and hostedZoneName with it, and they need domainName: give all three or none.",
    };

    private static string? Replicas(Options options)
    {
        var regions = options.ReplicaRegions;
        return regions switch
        {
            [] => null,
            _ when regions.Contains(options.Region) => $"replicaRegions names '{options.Region}', where the table itself is.",
            _ when regions.CountBy(region => region).FirstOrDefault(region => region.Value > 1).Key is { } twice =>
                $"replicaRegions names '{twice}' twice.",

            // A key belongs to one Region, and a stack can make none in another one.
            _ when options.TableEncryption == TableEncryption.CustomerManaged =>
                "replicaRegions does not go with tableKey=customer-managed: a key belongs to one Region.",
            _ => null,
        };
    }

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html and
    // https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html.
    private static string? GlobalRegion(Options options) =>
        options.Region == Options.GlobalRegion ? null
        : options.DomainName is not null ? NeedsGlobalRegion("domainName", options)
        : options.HasFirewall ? NeedsGlobalRegion("waf", options)
        : null;

    private static string? Budget(Options options) => options.HasBudget || options.MonthlyBudget is null
        ? null
        : $"monthlyBudget does not go with region={options.Region}: CloudFormation makes no budgets there.";

    private static string? BootstrapKey(Options options) =>
        options.BootstrapKey is not { } key || key.Split(':')[3] == options.Region
            ? null
            : $"bootstrapKey is '{key}', which is not in {options.Region}, where the bucket is.";

    private static string NeedsGlobalRegion(string name, Options options) =>
        $"{name} needs region={Options.GlobalRegion}; it is '{options.Region}'.";
}
