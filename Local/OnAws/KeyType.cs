using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::KMS::Key</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html).
/// </summary>
internal sealed class KeyType()
    : OnAwsType("AWS::KMS::Key", "encrypts what is stored; the data folder is as encrypted as the disk is")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        // Key ids are UUIDs; this one is the same on every start.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(resource.PhysicalName())).AsSpan(0, 16)).ToString();
        return new(id) { Attributes = Attributes(("Arn", Account.Arn("kms", $"key/{id}")), ("KeyId", id)) };
    }
}
