using System.Collections.Concurrent;

namespace Lexicon.Local.Waf;

/// <summary>
/// A rate-based rule: it matches as long as more requests than its limit came in the window that ends now
/// (https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html). AWS looks every few
/// seconds; here each request is held against the limit at once.
/// </summary>
/// <param name="limit">The most requests in a window.</param>
/// <param name="window">The window.</param>
/// <param name="key">What requests are counted by.</param>
/// <param name="action">What becomes of those that match.</param>
/// <param name="time">The clock.</param>
internal sealed class RateRule(int limit, TimeSpan window, AggregateKey key, RuleAction action, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SlidingCount> _counts = [];

    /// <summary>What becomes of requests that match.</summary>
    public RuleAction Action => action;

    /// <summary>Counts a request; true when it is one too many.</summary>
    public bool Matches(WafRequest request) => key.For(request, out var isMissing) is { } value
        ? _counts.GetOrAdd(value, _ => new SlidingCount(window, time)).Add() > limit
        : !isMissing && key.MatchesWithoutAddress;
}
