using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Definitions;
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

    public StageAccessLog? AccessLogSetting { get; init; }

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

    /// <summary>The property <c>AccessLogSetting</c> of a stage.</summary>
    internal sealed record StageAccessLog
    {
        public string? DestinationArn { get; init; }

        public string? Format { get; init; }
    }

    /// <summary>An item of <c>MethodSettings</c>: what holds for one method, or with <c>*</c> for all.</summary>
    internal sealed record StageMethodSetting
    {
        // What AWS takes where a setting names only one of the two.
        private const double DefaultRate = 10_000;
        private const int DefaultBurst = 5_000;

        public string HttpMethod { get; init; } = "*";

        public string ResourcePath { get; init; } = "/*";

        public double? ThrottlingRateLimit { get; init; }

        public int? ThrottlingBurstLimit { get; init; }

        public string? LoggingLevel { get; init; }

        public bool CachingEnabled { get; init; }

        [Ignored("the stage has no cache locally")]
        public bool CacheDataEncrypted { get; init; }

        [Ignored("the stage has no cache locally")]
        public int? CacheTtlInSeconds { get; init; }

        [Ignored("bodies and headers are never written to the execution log locally")]
        public bool DataTraceEnabled { get; init; }

        [Ignored("there are no metrics of single methods locally")]
        public bool MetricsEnabled { get; init; }

        /// <summary>The setting. Slashes of the path are written <c>~1</c> in templates.</summary>
        public MethodSetting ToSetting(TemplateResource resource) =>
            new(HttpMethod, "/" + ResourcePath.Replace("~1", "/", StringComparison.Ordinal).TrimStart('/'))
            {
                Throttle = ThrottlingRateLimit is null && ThrottlingBurstLimit is null
                    ? null
                    : new(ThrottlingRateLimit ?? DefaultRate, ThrottlingBurstLimit ?? DefaultBurst),
                Logging = LoggingLevel switch
                {
                    null => null,
                    "OFF" => Definitions.LoggingLevel.Off,
                    "ERROR" => Definitions.LoggingLevel.Error,
                    "INFO" => Definitions.LoggingLevel.Info,
                    var other => throw resource.Refuse("MethodSettings.LoggingLevel", $"'{other}' is neither OFF, ERROR nor INFO"),
                },
            };
    }
}
