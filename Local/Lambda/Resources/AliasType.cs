using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// <c>AWS::Lambda::Alias</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html).
/// </summary>
internal sealed partial class AliasType(Functions functions)
    : ResourceType<AliasProperties>("AWS::Lambda::Alias", "a name that leads to a version of the function, or to several by their weights")
{
    private const string Weights = "RoutingConfig.AdditionalVersionWeights";

    protected override ProvisionedResource Provision(TemplateResource resource, AliasProperties properties)
    {
        var (function, reference) = functions.Find(resource, properties.FunctionName);
        var shares = properties.RoutingConfig?.AdditionalVersionWeights ?? [];
        if (!NamePattern().IsMatch(properties.Name))
        {
            throw resource.Invalid(
                nameof(properties.Name),
                $"'{properties.Name}' is not 1 to 128 letters, digits, hyphens and underscores, not all of them digits");
        }

        if (shares.FirstOrDefault(share => share.FunctionWeight is not (>= 0 and <= 1)) is { } wrong)
        {
            throw resource.Invalid(Weights, $"{wrong.FunctionWeight} is not within 0 to 1");
        }

        // (https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html)
        if (shares.Count > 0
            && shares.Select(share => share.FunctionVersion).Prepend(properties.FunctionVersion).Contains(FunctionVersion.Latest))
        {
            throw resource.Invalid(Weights, "both versions of an alias must be published, which $LATEST is not");
        }

        foreach (var version in shares.Select(share => share.FunctionVersion).Prepend(properties.FunctionVersion))
        {
            if (function.Version(version) is null)
            {
                throw resource.Refuse(nameof(properties.FunctionVersion), $"{reference.Name} has no version {version}");
            }
        }

        if (function.HasAlias(properties.Name))
        {
            throw resource.Refuse(nameof(properties.Name), $"another alias of {reference.Name} is named {properties.Name}");
        }

        resource.Provision(function, properties.FunctionVersion, properties.ProvisionedConcurrencyConfig);
        function.Alias(properties.Name, new FunctionAlias(
            properties.FunctionVersion, [.. shares.Select(share => (share.FunctionVersion, share.FunctionWeight))]));
        var arn = (reference with { Qualifier = properties.Name }).Arn;
        return new ProvisionedResource(arn) { Attributes = new Dictionary<string, string> { ["AliasArn"] = arn } };
    }

    [GeneratedRegex(@"^(?!\d+\z)[a-zA-Z0-9_-]{1,128}\z")]
    private static partial Regex NamePattern();
}
