using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::UsagePlan</c>.</summary>
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
