namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>A step on the way to the integration.</summary>
internal interface IRequestStep
{
    /// <summary>Lets the request continue to the next step (null), or ends it with a failure.</summary>
    ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation);
}
