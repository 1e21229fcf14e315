using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::KMS::Alias</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html).
/// </summary>
internal sealed class KeyAliasType()
    : OnAwsType("AWS::KMS::Alias", "names a key; nothing is encrypted with keys here")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(NameOf(resource, "AliasName"));
}
