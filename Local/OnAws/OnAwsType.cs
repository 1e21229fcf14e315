using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// A resource type that does its work on AWS alone: the templates may refer to its resources, and <c>--explain</c> lists each
/// of them as ignored with what it does there. None of its properties is read but the one that names it.
/// </summary>
/// <param name="name">The CloudFormation name.</param>
/// <param name="onAws">What such a resource does on AWS, to follow "on AWS it".</param>
/// <param name="reference">The value of <c>Ref</c>.</param>
/// <param name="attributes">The values of <c>Fn::GetAtt</c>, which follow from that of <c>Ref</c>.</param>
internal sealed class OnAwsType(
    string name, string onAws, Func<TemplateResource, string> reference, params (string Name, Func<string, string> Value)[] attributes)
    : ResourceType<JsonObject>(name, $"nothing here; on AWS it {onAws}")
{
    public override bool IsIgnored => true;

    protected override ProvisionedResource Provision(TemplateResource resource, JsonObject properties)
    {
        var id = reference(resource);
        return new(id) { Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value(id)) };
    }
}
