using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary><c>AWS::CDK::Metadata</c>: what the CDK notes about itself.</summary>
internal sealed class CdkMetadata() : ResourceType<JsonObject>("AWS::CDK::Metadata", "nothing: the CDK's own statistics")
{
    public override bool IsIgnored => true;

    protected override ProvisionedResource Provision(TemplateResource resource, JsonObject properties) => new(resource.LogicalId);
}
