using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::Stage</c>.</summary>
internal sealed record StageProperties
{
    public required string RestApiId { get; init; }

    public required string StageName { get; init; }

    public required string DeploymentId { get; init; }

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    public bool TracingEnabled { get; init; }

    public StageAccessLogSetting? AccessLogSetting { get; init; }

    public IReadOnlyList<StageMethodSetting> MethodSettings { get; init; } = [];

    public bool CacheClusterEnabled { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }

    [Ignored("the stage has no cache locally")]
    public string? CacheClusterSize { get; init; }

    [Ignored("no integration here asks for a client's certificate")]
    public string? ClientCertificateId { get; init; }

    [Ignored("it is shown in the console only")]
    public string? DocumentationVersion { get; init; }
}
