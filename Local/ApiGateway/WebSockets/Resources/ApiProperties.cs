using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::Api</c> with the protocol <c>WEBSOCKET</c>.</summary>
internal sealed record ApiProperties
{
    public string? Name { get; init; }

    public string? ProtocolType { get; init; }

    public string? RouteSelectionExpression { get; init; }

    public bool DisableExecuteApiEndpoint { get; init; }

    [Ignored("no route here requires an API key")]
    public string? ApiKeySelectionExpression { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Version { get; init; }

    [Ignored("there is one network locally")]
    public string? IpAddressType { get; init; }

    [Ignored("it is about models when a deployment is made")]
    public bool DisableSchemaValidation { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }
}
