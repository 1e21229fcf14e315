using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// A resource type that does its work on AWS alone: the templates may refer to its resources, and <c>--explain</c> lists each
/// of them as ignored with what it does there. None of its properties is looked at but the one that names it.
/// </summary>
/// <param name="name">The CloudFormation name.</param>
/// <param name="onAws">What such a resource does on AWS, to follow "on AWS it".</param>
internal abstract class OnAwsType(string name, string onAws) : ResourceType<JsonObject>(name, $"nothing here; on AWS it {onAws}")
{
    public sealed override bool IsIgnored => true;

    protected sealed override ProvisionedResource Provision(TemplateResource resource, JsonObject properties) => Identify(resource);

    /// <summary>What <c>Ref</c> and <c>Fn::GetAtt</c> give for the resource, by the AWS page of the type.</summary>
    protected abstract ProvisionedResource Identify(TemplateResource resource);

    /// <summary>A property that is text, such as the name that the template gives; null where there is none.</summary>
    protected static string? Text(TemplateResource resource, string property) => resource.Properties[property]?.ToString();

    /// <summary>A resource whose <c>Ref</c> is its name, given under a property or made up by CloudFormation.</summary>
    protected static string NameOf(TemplateResource resource, string property) => Text(resource, property) ?? resource.PhysicalName();

    /// <summary>The values of <c>Fn::GetAtt</c>.</summary>
    protected static IReadOnlyDictionary<string, string> Attributes(params (string Name, string Value)[] attributes) =>
        attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value);
}
