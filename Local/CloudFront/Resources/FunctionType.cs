using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Functions;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>AWS::CloudFront::Function</c>.</summary>
internal sealed class FunctionType(EdgeFunctions functions)
    : ResourceType<FunctionProperties>("AWS::CloudFront::Function", "a function that the edge runs, in an interpreter with bounds")
{
    protected override ProvisionedResource Provision(TemplateResource resource, FunctionProperties properties)
    {
        if (properties.FunctionConfig.Runtime != "cloudfront-js-2.0")
        {
            throw resource.Refuse(
                "FunctionConfig.Runtime", $"only 'cloudfront-js-2.0' is supported, not '{properties.FunctionConfig.Runtime}'");
        }

        if (properties.FunctionConfig.KeyValueStoreAssociations is [var store, ..])
        {
            throw resource.Refuse(
                "FunctionConfig.KeyValueStoreAssociations", $"key value stores are not supported: {store.KeyValueStoreARN}");
        }

        if (!properties.AutoPublish)
        {
            throw resource.Refuse("AutoPublish", "a function that is not published cannot be associated with a distribution");
        }

        var (script, problem) = FunctionCode.Read(properties.FunctionCode);
        if (problem is not null)
        {
            throw resource.Refuse("FunctionCode", problem);
        }

        var function = new EdgeFunction(properties.Name, script, properties.FunctionConfig.Comment);
        if (!functions.Add(function))
        {
            throw resource.Refuse("Name", $"another function is named '{properties.Name}'");
        }

        return new(function.Arn)
        {
            Attributes = new Dictionary<string, string>
            {
                ["FunctionARN"] = function.Arn,
                ["FunctionMetadata.FunctionARN"] = function.Arn,
                ["Stage"] = "LIVE",
            },
        };
    }
}
