using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::UsagePlan</c>.</summary>
internal sealed record UsagePlanProperties
{
    public IReadOnlyList<PlanStage> ApiStages { get; init; } = [];

    public PlanThrottle? Throttle { get; init; }

    public PlanQuota? Quota { get; init; }

    [Ignored("it is shown in the console only")]
    public string? UsagePlanName { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }

    /// <summary>An item of <c>ApiStages</c> of a usage plan.</summary>
    internal sealed record PlanStage
    {
        public required string ApiId { get; init; }

        public required string Stage { get; init; }

        public IReadOnlyDictionary<string, PlanThrottle> Throttle { get; init; } = new Dictionary<string, PlanThrottle>();
    }

    /// <summary>The throttle of a usage plan or of one of its methods.</summary>
    internal sealed record PlanThrottle
    {
        public double RateLimit { get; init; }

        public int BurstLimit { get; init; }

        public Throttle ToThrottle() => new(RateLimit, BurstLimit);
    }

    /// <summary>The quota of a usage plan.</summary>
    internal sealed record PlanQuota
    {
        public int Limit { get; init; }

        public string Period { get; init; } = "DAY";

        [Ignored("it is for the first period of a plan only")]
        public int Offset { get; init; }
    }
}
