using Lexicon.Local.Assembly;

namespace Lexicon.Local.ApiGateway.ResourceTypes;

/// <summary>An item of <c>MethodSettings</c>: what holds for one method, or with <c>*</c> for all.</summary>
internal sealed record StageMethodSetting
{
    [Ignored("the settings that it selects methods for are ignored")]
    public string? HttpMethod { get; init; }

    [Ignored("the settings that it selects methods for are ignored")]
    public string? ResourcePath { get; init; }

    [Ignored("what a function logs, and the access log, are there locally")]
    public string? LoggingLevel { get; init; }

    [Ignored("what a function logs, and the access log, are there locally")]
    public bool DataTraceEnabled { get; init; }

    [Ignored("there are no metrics of single methods locally")]
    public bool MetricsEnabled { get; init; }
}
