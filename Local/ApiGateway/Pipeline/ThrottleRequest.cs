using System.Collections.Concurrent;
using System.Globalization;
using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Lets as many requests pass as the stage's method settings say, counted per method
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html). The account's own
/// limit of 10,000 per second is beyond one machine.
/// </summary>
internal sealed class ThrottleRequest(TimeProvider time) : IRequestStep
{
    private readonly ConcurrentDictionary<string, TokenBucket> _buckets = [];

    public ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        var (stage, resource, method) = (exchange.Stage!, exchange.Resource!, exchange.Method!.Name);
        var throttle = stage.Setting(resource, method, static setting => setting.Throttle);
        var passes = throttle is null
            || _buckets.GetOrAdd($"{exchange.Api!.Id} {stage.Name} {method} {resource.Path}", _ => new(throttle, time)).TryTake();
        return ValueTask.FromResult(passes ? null : GatewayFailure.Throttled with { Explanation = Explain(throttle!, method, resource) });
    }

    private static string Explain(Throttle throttle, string method, ApiResource resource) => string.Create(
        CultureInfo.InvariantCulture,
        $"Too Many Requests: the stage takes {throttle.Rate} a second and {throttle.Burst} at once of {method} {resource.Path}.");
}
