using System.Globalization;
using System.Text;
using Lexicon.Local.ApiGateway.Integrations.Mapping;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// <c>MOCK</c> (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html): nothing is asked; the body
/// names the status.
/// </summary>
internal sealed class MockBackend : IBackend
{
    public Task<BackendResponse> SendAsync(IIntegrationCall call, IntegrationRequest request, CancellationToken cancellation) =>
        MockStatus.Read(Encoding.UTF8.GetString(request.Body.Span)) is { } status
            ? Task.FromResult(new BackendResponse(status, status.ToString(CultureInfo.InvariantCulture), [], default))
            : throw IntegrationFailedException.Misconfigured(
                "Unable to parse statusCode. It should be an integer that is defined in the request template.");
}
