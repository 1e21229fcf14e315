using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

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
