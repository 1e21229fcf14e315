using System.Text.Json.Nodes;
using Lexicon.Local.Assembly;

namespace Lexicon.Local.ApiGateway.ResourceTypes;

/// <summary>The honoured properties of <c>AWS::ApiGateway::UsagePlan</c>.</summary>
internal sealed record UsagePlanProperties
{
    public IReadOnlyList<UsagePlanStage> ApiStages { get; init; } = [];

    public ThrottleProperties? Throttle { get; init; }

    public QuotaProperties? Quota { get; init; }

    [Ignored("it is shown in the console only")]
    public string? UsagePlanName { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }
}
