namespace Lexicon.Local.EventBridge.Delivery;

/// <summary>
/// How long a delivery waits: exponentially longer, with jitter
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html). AWS does not say how long: 185 attempts fill
/// its day.
/// </summary>
internal static class Backoff
{
    private const int LongestExponent = 9;

    /// <summary>The wait after some attempts.</summary>
    /// <param name="attempts">How often it was tried.</param>
    /// <param name="jitter">At least 0 and less than 1.</param>
    public static TimeSpan After(int attempts, double jitter) =>
        TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts - 1, LongestExponent)) * (0.5 + (jitter / 2)));
}
