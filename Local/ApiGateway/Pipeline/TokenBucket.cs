using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// A bucket that holds a burst of tokens and refills at a rate
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html).
/// </summary>
internal sealed class TokenBucket(Throttle throttle, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _tokens = throttle.Burst;
    private long _filled = time.GetTimestamp();

    /// <summary>Takes a token, if there is one.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(throttle.Burst, _tokens + (time.GetElapsedTime(_filled, now).TotalSeconds * throttle.Rate));
            _filled = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
