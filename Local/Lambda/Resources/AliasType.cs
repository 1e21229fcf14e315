using Lexicon.Local.Assembly;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// <c>AWS::Lambda::Alias</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html), to one version.
/// </summary>
internal sealed class AliasType(FunctionCatalog functions)
    : ResourceType<AliasProperties>("AWS::Lambda::Alias", "a name that leads to a version of the function")
{
    /// <inheritdoc/>
    protected override Realised Realise(Resource resource, AliasProperties properties)
    {
        var (function, reference) = PermissionType.Find(functions, resource, properties.FunctionName);
        if (!function.Alias(properties.Name, properties.FunctionVersion))
        {
            throw resource.Refuse(nameof(properties.FunctionVersion), $"{reference.Name} has no version {properties.FunctionVersion}");
        }

        var arn = (reference with { Qualifier = properties.Name }).Arn;
        return new Realised(arn) { Attributes = new Dictionary<string, string> { ["AliasArn"] = arn } };
    }
}
