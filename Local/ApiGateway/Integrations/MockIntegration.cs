using System.Text;
using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// <c>MOCK</c> (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html): the request
/// template of the request's media type names a status, the integration response that its pattern selects is returned.
/// CORS preflights are answered in this way. No template takes a binary body: where the request's media type is one of the API's
/// binary ones the integration must make text of it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html).
/// </summary>
internal sealed partial class MockIntegration(
    IReadOnlyDictionary<string, string> requestTemplates,
    string? contentHandling,
    string passthroughBehavior,
    IReadOnlyList<MockResponse> responses) : IIntegration
{
    /// <summary>A binary body becomes text.</summary>
    public const string ToText = "CONVERT_TO_TEXT";

    /// <summary>A body becomes binary.</summary>
    public const string ToBinary = "CONVERT_TO_BINARY";

    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private const string Json = "application/json";

    private static readonly GatewayFailure Unsupported = new(ResponseType.UnsupportedMediaType, "Unsupported Media Type");

    public Task<GatewayFailure?> RespondAsync(Exchange exchange, CancellationToken cancellation) =>
        Task.FromResult(Respond(exchange));

    private GatewayFailure? Respond(Exchange exchange)
    {
        var request = exchange.Request;
        var mediaType = MediaTypes.Essence(request.Header("Content-Type") ?? Json);
        if (!requestTemplates.TryGetValue(mediaType, out var template) && !requestTemplates.TryGetValue("$default", out template))
        {
            if (passthroughBehavior == "NEVER" || (passthroughBehavior == "WHEN_NO_TEMPLATES" && requestTemplates.Count > 0))
            {
                return Unsupported;
            }

            template = Encoding.UTF8.GetString(request.Body.Span);
        }

        var isBinary = contentHandling != ToText
            && (contentHandling == ToBinary || MediaTypes.AreBinary(exchange.Api!.BinaryMediaTypes, mediaType));
        if (isBinary)
        {
            return GatewayFailure.Misconfigured with { Cause = "Unable to transform request: a binary body has no template" };
        }

        if (StatusCode().Match(template) is not { Success: true } status || Select(status.Groups[1].Value) is not { } response)
        {
            return GatewayFailure.Misconfigured;
        }

        var body = response.Templates.GetValueOrDefault(Json) ?? response.Templates.Values.FirstOrDefault() ?? "";
        var headers = response.Headers
            .Select(header => KeyValuePair.Create(header.Key, MappingExpression.Evaluate(header.Value, exchange)))
            .Where(header => header.Value is not null)
            .Select(header => KeyValuePair.Create(header.Key, header.Value!))
            .ToList();
        if (!headers.Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            var other = response.Templates.ContainsKey(Json) ? null : response.Templates.Keys.FirstOrDefault();
            headers.Insert(0, new("Content-Type", other ?? Json));
        }

        if (request.Header("Origin") is { } origin && response.Origins.Contains(origin))
        {
            headers.RemoveAll(header => header.Key.Equals(AllowOrigin, StringComparison.OrdinalIgnoreCase));
            headers.Add(new(AllowOrigin, origin));
        }

        exchange.Response = new(response.Status, headers, Encoding.UTF8.GetBytes(body));
        return null;
    }

    private MockResponse? Select(string status) =>
        responses.FirstOrDefault(response => response.SelectionPattern is { Length: > 0 } pattern
                && Regex.IsMatch(status, $"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            ?? responses.FirstOrDefault(response => string.IsNullOrEmpty(response.SelectionPattern));

    // Templates that the CDK writes have no quotes around the name: { statusCode: 204 }.
    [GeneratedRegex("""["']?statusCode["']?\s*:\s*["']?(\d{3})\b""")]
    private static partial Regex StatusCode();
}
