namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>One step of the way of a request through API Gateway.</summary>
internal interface IStep
{
    /// <summary>Lets the request go on to the next step (null), or answers what it ends with.</summary>
    ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation);
}
