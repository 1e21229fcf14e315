using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>What is honored of <c>AWS::Lambda::Version</c>.</summary>
internal sealed record VersionProperties
{
    public required string FunctionName { get; init; }

    public string? Description { get; init; }

    [Ignored("the version is published from the very asset that it names")]
    public string? CodeSha256 { get; init; }

    public Provisioned? ProvisionedConcurrencyConfig { get; init; }

    /// <summary>How many environments are there ahead of any invocation.</summary>
    internal sealed record Provisioned(int ProvisionedConcurrentExecutions);
}
