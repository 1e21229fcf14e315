namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>A step on the way to the client; it runs for every request.</summary>
internal interface IResponseStep
{
    /// <summary>Sets, uses or writes <see cref="Exchange.Response"/>.</summary>
    ValueTask RunAsync(Exchange exchange, CancellationToken cancellation);
}
