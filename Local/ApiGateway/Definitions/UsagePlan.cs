namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>What the keys of a plan may call, and how often.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stages">The stages, each with the throttles of single methods (<c>/path/METHOD</c>).</param>
/// <param name="Throttle">What passes for each key; null: no limit.</param>
/// <param name="Quota">How much passes in a period; null: no limit.</param>
internal sealed record UsagePlan(
    string Id,
    IReadOnlyDictionary<(string ApiId, string Stage), IReadOnlyDictionary<string, Throttle>> Stages,
    Throttle? Throttle,
    Quota? Quota)
{
    /// <summary>The keys of the plan by value.</summary>
    public Dictionary<string, ApiKey> Keys { get; } = [];
}
