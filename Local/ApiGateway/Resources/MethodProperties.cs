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

    public IReadOnlyList<MethodResponse> MethodResponses { get; init; } = [];

    /// <summary>The property <c>Integration</c> of a method.</summary>
    internal sealed record MethodIntegration
    {
        public required string Type { get; init; }

        public string? IntegrationHttpMethod { get; init; }

        public string? Uri { get; init; }

        public string? Credentials { get; init; }

        public string? ContentHandling { get; init; }

        public int TimeoutInMillis { get; init; } = 29_000;

        public string? PassthroughBehavior { get; init; }

        public string ConnectionType { get; init; } = "INTERNET";

        public IReadOnlyDictionary<string, string> RequestParameters { get; init; } = new Dictionary<string, string>();

        public IReadOnlyDictionary<string, string> RequestTemplates { get; init; } = new Dictionary<string, string>();

        public IReadOnlyList<IntegrationResponse> IntegrationResponses { get; init; } = [];

        [Ignored("the stage has no cache locally")]
        public string? CacheNamespace { get; init; }

        [Ignored("the stage has no cache locally")]
        public IReadOnlyList<string>? CacheKeyParameters { get; init; }
    }

    /// <summary>An item of <c>MethodResponses</c>: what the responses of the integration may have.</summary>
    internal sealed record MethodResponse
    {
        public required string StatusCode { get; init; }

        public IReadOnlyDictionary<string, bool> ResponseParameters { get; init; } = new Dictionary<string, bool>();

        [Ignored("it describes bodies and changes none")]
        public JsonNode? ResponseModels { get; init; }
    }

    /// <summary>An item of <c>IntegrationResponses</c>.</summary>
    internal sealed record IntegrationResponse
    {
        public required string StatusCode { get; init; }

        public string? SelectionPattern { get; init; }

        public string? ContentHandling { get; init; }

        public IReadOnlyDictionary<string, string> ResponseParameters { get; init; } = new Dictionary<string, string>();

        public IReadOnlyDictionary<string, string> ResponseTemplates { get; init; } = new Dictionary<string, string>();
    }
}
