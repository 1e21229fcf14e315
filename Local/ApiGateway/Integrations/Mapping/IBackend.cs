namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>What is behind an integration with mappings.</summary>
internal interface IBackend
{
    /// <summary>Asks it.</summary>
    /// <exception cref="IntegrationFailedException">It cannot be asked.</exception>
    Task<BackendResponse> SendAsync(IIntegrationCall call, IntegrationRequest request, CancellationToken cancellation);
}
