using System.Text.Json.Nodes;

namespace Lexicon.Local.Assembly;

/// <summary><c>AWS::CDK::Metadata</c>: what the CDK notes about itself.</summary>
internal sealed class CdkMetadata() : ResourceType<JsonObject>("AWS::CDK::Metadata", "nothing: the CDK's own statistics")
{
    /// <inheritdoc/>
    public override bool IsIgnored => true;

    /// <inheritdoc/>
    protected override Realised Realise(Resource resource, JsonObject properties) => new(resource.LogicalId);
}
