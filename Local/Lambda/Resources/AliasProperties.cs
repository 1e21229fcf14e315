using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>What is honored of <c>AWS::Lambda::Alias</c>.</summary>
internal sealed record AliasProperties
{
    public required string FunctionName { get; init; }

    public required string FunctionVersion { get; init; }

    public required string Name { get; init; }

    public Routing? RoutingConfig { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    public VersionProperties.Provisioned? ProvisionedConcurrencyConfig { get; init; }

    /// <summary>The versions that share the traffic with the alias's own.</summary>
    internal sealed record Routing
    {
        public IReadOnlyList<VersionWeight> AdditionalVersionWeights { get; init; } = [];
    }

    /// <summary>A version and its share of the invocations, 0 to 1.</summary>
    internal sealed record VersionWeight(string FunctionVersion, double FunctionWeight);
}
