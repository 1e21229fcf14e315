using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// <c>AWS::Lambda::Alias</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html).
/// </summary>
internal sealed class AliasType(Functions functions)
    : ResourceType<AliasProperties>("AWS::Lambda::Alias", "a name that leads to a version of the function, or to several by their weights")
{
    protected override ProvisionedResource Provision(TemplateResource resource, AliasProperties properties)
    {
        var (function, reference) = functions.Find(resource, properties.FunctionName);
        var shares = properties.RoutingConfig?.AdditionalVersionWeights ?? [];
        foreach (var version in shares.Select(share => share.FunctionVersion).Prepend(properties.FunctionVersion))
        {
            if (function.Version(version) is null)
            {
                throw resource.Refuse(nameof(properties.FunctionVersion), $"{reference.Name} has no version {version}");
            }
        }

        resource.Provision(function, properties.FunctionVersion, properties.ProvisionedConcurrencyConfig);
        function.Alias(properties.Name, new FunctionAlias(
            properties.FunctionVersion, [.. shares.Select(share => (share.FunctionVersion, share.FunctionWeight))]));
        var arn = (reference with { Qualifier = properties.Name }).Arn;
        return new ProvisionedResource(arn) { Attributes = new Dictionary<string, string> { ["AliasArn"] = arn } };
    }
}
