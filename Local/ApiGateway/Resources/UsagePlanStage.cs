namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>An item of <c>ApiStages</c> of a usage plan.</summary>
internal sealed record UsagePlanStage
{
    public required string ApiId { get; init; }

    public required string Stage { get; init; }

    public IReadOnlyDictionary<string, ThrottleProperties> Throttle { get; init; } = new Dictionary<string, ThrottleProperties>();
}
