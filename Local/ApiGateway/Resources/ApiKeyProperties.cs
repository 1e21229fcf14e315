using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::ApiKey</c>.</summary>
internal sealed record ApiKeyProperties
{
    public string? Value { get; init; }

    public bool Enabled { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Name { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    [Ignored("it is for the AWS Marketplace only")]
    public string? CustomerId { get; init; }

    [Ignored("ids are distinct from values anyway")]
    public bool GenerateDistinctId { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }
}
