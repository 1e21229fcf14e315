namespace Lexicon.Local.CloudFront.Origins;

/// <summary>Sends requests to an origin: over HTTP, or within this process.</summary>
internal interface IOriginTransport
{
    /// <summary>Sends one request and returns once the response's headers are there.</summary>
    /// <exception cref="OriginException">The origin gave no response.</exception>
    Task<OriginResponse> SendAsync(OriginRequest request, CancellationToken cancellation);
}
