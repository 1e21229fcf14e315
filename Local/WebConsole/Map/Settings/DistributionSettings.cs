using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Resources;

namespace Lexicon.Local.WebConsole.Map.Settings;

/// <summary>What the templates set of a distribution: what is cached by which key, and for how long.</summary>
internal sealed class DistributionSettings(Place distribution, IReadOnlyList<ResourceNode> nodes)
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    /// <summary>All of it.</summary>
    public IEnumerable<SettingsTable> Tables()
    {
        var config = distribution.Node.Resource!.Read<DistributionProperties>().DistributionConfig;
        var policies = nodes.Of<CachePolicyProperties>("AWS::CloudFront::CachePolicy")
            .ToDictionary(policy => policy.Node.Provisioned!.Ref, policy => policy.Properties.CachePolicyConfig);
        return
        [
            new(
                "Behaviors: the first whose path matches",
                ["Path", "Origin", "Cache key", "Kept at the edge", "Methods", "Runs"],
                [
                    .. config.CacheBehaviors.Append(config.DefaultCacheBehavior).Select(IReadOnlyList<string> (behavior) =>
                    [
                        behavior.PathPattern ?? "*",
                        config.Origins.First(origin => origin.Id == behavior.TargetOriginId).DomainName.Split('.')[0],
                        KeyOf(behavior.CachePolicyId, policies),
                        KeptFor(behavior.CachePolicyId, policies),
                        string.Join(", ", behavior.AllowedMethods),
                        string.Join("; ", behavior.FunctionAssociations.Select(FunctionOf)),
                    ]),
                ]),
        ];
    }

    // The function of an event, with what its owner says that it is for.
    private string FunctionOf(DistributionProperties.FunctionAssociation association)
    {
        var function = nodes.Of<FunctionProperties>("AWS::CloudFront::Function")
            .First(one => one.Node.Provisioned!.Attributes["FunctionARN"] == association.FunctionARN).Properties;
        var comment = function.FunctionConfig.Comment is { Length: > 0 } words ? $" ({words})" : "";
        return $"{function.Name}{comment} at {association.EventType}";
    }

    private static string KeyOf(string id, Dictionary<string, CachePolicyProperties.Config> policies)
    {
        if (!policies.TryGetValue(id, out var policy))
        {
            return id == CachingDisabled ? "none" : $"by the managed policy {id}";
        }

        var key = policy.ParametersInCacheKeyAndForwardedToOrigin;
        string?[] encodings = [key.EnableAcceptEncodingBrotli ? "br" : null, key.EnableAcceptEncodingGzip ? "gzip" : null];
        string?[] parts =
        [
            "path",
            Part("query string", key.QueryStringsConfig.QueryStringBehavior, key.QueryStringsConfig.QueryStrings),
            Part("cookies", key.CookiesConfig.CookieBehavior, key.CookiesConfig.Cookies),
            Part("headers", key.HeadersConfig.HeaderBehavior, key.HeadersConfig.Headers),
            encodings.OfType<string>().ToList() is { Count: > 0 } some ? $"encoding ({string.Join(" or ", some)})" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Part(string what, string behavior, IReadOnlyList<string>? names) => behavior switch
    {
        "none" => null,
        "all" => $"the whole {what}",
        "allExcept" => $"{what} without {string.Join(", ", names ?? [])}",
        _ => $"{what} {string.Join(", ", names ?? [])}",
    };

    private static string KeptFor(string id, Dictionary<string, CachePolicyProperties.Config> policies) =>
        policies.TryGetValue(id, out var policy)
            ? $"as long as the response says, at most {Words(policy.MaxTTL)}; where it says nothing "
                + (policy.DefaultTTL > 0 ? Words(policy.DefaultTTL) : "not at all")
            : id == CachingDisabled ? "never" : "by the managed policy";

    private static string Words(double seconds) => TimeSpan.FromSeconds(seconds) switch
    {
        { TotalDays: >= 2 } span => FormattableString.Invariant($"{span.TotalDays:0.#} days"),
        { TotalHours: >= 1 } span => FormattableString.Invariant($"{span.TotalHours:0.#} h"),
        { TotalMinutes: >= 1 } span => FormattableString.Invariant($"{span.TotalMinutes:0.#} min"),
        var span => FormattableString.Invariant($"{span.TotalSeconds:0.#} s"),
    };
}
