using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::Method</c>.</summary>
internal sealed record MethodProperties
{
    public required string RestApiId { get; init; }

    public required string ResourceId { get; init; }

    public required string HttpMethod { get; init; }

    public string AuthorizationType { get; init; } = "NONE";

    public string? AuthorizerId { get; init; }

    public IReadOnlyList<string> AuthorizationScopes { get; init; } = [];

    public bool ApiKeyRequired { get; init; }

    public string? OperationName { get; init; }

    public string? RequestValidatorId { get; init; }

    public IReadOnlyDictionary<string, bool> RequestParameters { get; init; } = new Dictionary<string, bool>();

    public IReadOnlyDictionary<string, string> RequestModels { get; init; } = new Dictionary<string, string>();

    public MethodIntegration? Integration { get; init; }

    [Ignored("it describes answers and changes none")]
    public JsonNode? MethodResponses { get; init; }
}
