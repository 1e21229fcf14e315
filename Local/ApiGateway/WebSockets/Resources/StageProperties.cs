using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::Stage</c>.</summary>
internal sealed record StageProperties
{
    public required string ApiId { get; init; }

    public required string StageName { get; init; }

    public IReadOnlyDictionary<string, string> StageVariables { get; init; } = new Dictionary<string, string>();

    public StageAccessLog? AccessLogSettings { get; init; }

    public StageRouteSettings? DefaultRouteSettings { get; init; }

    public IReadOnlyDictionary<string, StageRouteSettings> RouteSettings { get; init; } =
        new Dictionary<string, StageRouteSettings>();

    [Ignored("each stage has the API as the templates have it now")]
    public bool AutoDeploy { get; init; }

    [Ignored("each stage has the API as the templates have it now")]
    public string? DeploymentId { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    [Ignored("no integration here asks for a client's certificate")]
    public string? ClientCertificateId { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }

    /// <summary>The property <c>AccessLogSettings</c> of a stage.</summary>
    internal sealed record StageAccessLog
    {
        public string? DestinationArn { get; init; }

        public string? Format { get; init; }
    }

    /// <summary>What holds for routes.</summary>
    internal sealed record StageRouteSettings
    {
        // What AWS takes where a setting names only one of the two.
        private const double DefaultRate = 10_000;
        private const int DefaultBurst = 5_000;

        public double? ThrottlingRateLimit { get; init; }

        public int? ThrottlingBurstLimit { get; init; }

        public string? LoggingLevel { get; init; }

        [Ignored("messages are never written to the execution log locally")]
        public bool DataTraceEnabled { get; init; }

        [Ignored("there are no metrics of single routes locally")]
        public bool DetailedMetricsEnabled { get; init; }

        /// <summary>The setting.</summary>
        public RouteSetting ToSetting(TemplateResource resource) => new()
        {
            Throttle = ThrottlingRateLimit is null && ThrottlingBurstLimit is null
                ? null
                : new(ThrottlingRateLimit ?? DefaultRate, ThrottlingBurstLimit ?? DefaultBurst),
            Logging = LoggingLevel switch
            {
                null => null,
                "OFF" => ApiGateway.Definitions.LoggingLevel.Off,
                "ERROR" => ApiGateway.Definitions.LoggingLevel.Error,
                "INFO" => ApiGateway.Definitions.LoggingLevel.Info,
                var other => throw resource.Refuse("DefaultRouteSettings.LoggingLevel", $"'{other}' is neither OFF, ERROR nor INFO"),
            },
        };
    }
}
