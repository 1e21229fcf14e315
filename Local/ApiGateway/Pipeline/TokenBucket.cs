using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// A bucket that holds a burst of tokens and refills at a rate
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html).
/// </summary>
internal sealed class TokenBucket(Throttle throttle, TimeProvider clock)
{
    private readonly Lock gate = new();
    private double tokens = throttle.Burst;
    private long filled = clock.GetTimestamp();

    /// <summary>Takes a token, if there is one.</summary>
    public bool TryTake()
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            tokens = Math.Min(throttle.Burst, tokens + (clock.GetElapsedTime(filled, now).TotalSeconds * throttle.Rate));
            filled = now;
            if (tokens < 1)
            {
                return false;
            }

            tokens--;
            return true;
        }
    }
}
