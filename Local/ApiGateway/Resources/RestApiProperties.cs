using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::RestApi</c>.</summary>
internal sealed record RestApiProperties
{
    public string? Name { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    public IReadOnlyList<string> BinaryMediaTypes { get; init; } = [];

    public int? MinimumCompressionSize { get; init; }

    public bool DisableExecuteApiEndpoint { get; init; }

    public string ApiKeySourceType { get; init; } = "HEADER";

    public JsonNode? Policy { get; init; }

    public ApiEndpoint? EndpointConfiguration { get; init; }

    [Ignored("there is nothing to import that could warn")]
    public bool FailOnWarnings { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }

    /// <summary>The property <c>EndpointConfiguration</c> of a REST API.</summary>
    internal sealed record ApiEndpoint
    {
        public IReadOnlyList<string> Types { get; init; } = [];

        [Ignored("there is one network locally")]
        public string? IpAddressType { get; init; }
    }
}
