using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.EventBridge.Resources;

/// <summary>What is honored of <c>AWS::Events::EventBus</c>.</summary>
internal sealed record EventBusProperties
{
    public required string Name { get; init; }

    [Ignored("it says something to a person alone")]
    public string? Description { get; init; }

    [Ignored("nothing is encrypted below the data folder")]
    public string? KmsKeyIdentifier { get; init; }

    [Ignored("tags select nothing locally")]
    public JsonNode? Tags { get; init; }
}
