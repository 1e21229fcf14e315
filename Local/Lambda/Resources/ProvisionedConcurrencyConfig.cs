using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// The provisioned concurrency of a version or an alias
/// (https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html).
/// </summary>
internal static class ProvisionedConcurrencyConfig
{
    private const string Property =
        $"{nameof(VersionProperties.ProvisionedConcurrencyConfig)}.{nameof(VersionProperties.Provisioned.ProvisionedConcurrentExecutions)}";

    /// <summary>Has the function start environments ahead, where a resource asks for them.</summary>
    public static void Provision(
        this TemplateResource resource, Function function, string version, VersionProperties.Provisioned? provisioned)
    {
        switch (provisioned)
        {
            case { ProvisionedConcurrentExecutions: < 1 }:
                throw resource.Invalid(Property, "it must be a number from 1 on");
            case not null when version == FunctionVersion.Latest:
                throw resource.Invalid(Property, $"it must be of a published version, not of {version}");
            case not null:
                function.Provision(version, provisioned.ProvisionedConcurrentExecutions);
                break;
        }
    }
}
