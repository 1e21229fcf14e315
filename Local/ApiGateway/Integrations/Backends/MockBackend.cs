using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// <c>MOCK</c> (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html): nothing is asked; the body
/// names the status.
/// </summary>
internal sealed partial class MockBackend : IBackend
{
    public Task<BackendResponse> SendAsync(Exchange exchange, IntegrationRequest request, CancellationToken cancellation)
    {
        var body = Encoding.UTF8.GetString(request.Body.Span);
        return StatusCode().Match(body) is { Success: true } match
            ? Task.FromResult(new BackendResponse(
                int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[1].Value, [], default))
            : throw IntegrationFailedException.Misconfigured(
                "Unable to parse statusCode. It should be an integer that is defined in the request template.");
    }

    // An object, whose names need no quotation marks: the CDK writes { statusCode: 204 }. The status is a number, whichever.
    [GeneratedRegex("""^\s*\{(?:.*[\s,{"'])?statusCode["']?\s*:\s*(-?\d{1,9})\s*[,}]""", RegexOptions.Singleline)]
    private static partial Regex StatusCode();
}
