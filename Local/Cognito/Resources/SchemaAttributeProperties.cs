using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>One attribute of the users: a standard one, or one of the template's own, which gets the prefix <c>custom:</c>.</summary>
internal sealed record SchemaAttributeProperties
{
    public required string Name { get; init; }

    public string AttributeDataType { get; init; } = "String";

    public bool Mutable { get; init; } = true;

    [Ignored("sign-up asks for the e-mail address alone")]
    public bool? Required { get; init; }

    [Ignored("every attribute can be read and written by the client locally")]
    public bool? DeveloperOnlyAttribute { get; init; }

    [Ignored("lengths are not checked locally")]
    public JsonNode? StringAttributeConstraints { get; init; }

    [Ignored("ranges are not checked locally")]
    public JsonNode? NumberAttributeConstraints { get; init; }
}
