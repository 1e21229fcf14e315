using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// <c>AWS::Lambda::Version</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html). A template shows one
/// deployment, so each version has the code and configuration that its function has in the template.
/// </summary>
internal sealed class VersionType(Functions functions)
    : ResourceType<VersionProperties>("AWS::Lambda::Version", "a number that leads to the function's code, in processes of its own")
{
    protected override ProvisionedResource Provision(TemplateResource resource, VersionProperties properties)
    {
        var function = functions.Find(resource, properties.FunctionName).Function;
        var version = function.Publish(properties.Description);
        resource.Provision(function, version.Version, properties.ProvisionedConcurrencyConfig);
        return new ProvisionedResource(version.Arn)
        {
            Attributes = new Dictionary<string, string> { ["FunctionArn"] = version.Arn, ["Version"] = version.Version },
        };
    }
}
