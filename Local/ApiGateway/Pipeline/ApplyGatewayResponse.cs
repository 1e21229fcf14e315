using System.Text;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Makes the response of a request that an earlier step has ended
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html): the gateway
/// response of the failure's type, else that of <c>DEFAULT_4XX</c> or <c>DEFAULT_5XX</c>, else AWS's own.
/// </summary>
internal sealed class ApplyGatewayResponse : IResponseStep
{
    private const string Json = "application/json";

    public ValueTask RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        if (exchange.Failure is { } failure)
        {
            exchange.Response = Create(exchange, failure);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The response for a failure, without any that is declared.</summary>
    public static ApiResponse Own(GatewayFailure failure) => new(
        failure.Status,
        [new("Content-Type", Json), new("x-amzn-ErrorType", failure.ErrorType)],
        Encoding.UTF8.GetBytes(DefaultBody(failure)));

    private static ApiResponse Create(Exchange exchange, GatewayFailure failure)
    {
        if (failure.IsPlainText)
        {
            return new(failure.Status, [new("Content-Type", "text; charset=utf-8")], Encoding.UTF8.GetBytes(failure.Message!));
        }

        var declared = exchange.Api?.GatewayResponses;
        var response = declared?.GetValueOrDefault(failure.Type) ?? declared?.GetValueOrDefault(failure.Type.Fallback) ?? new();
        var (mediaType, body) = Body(exchange, failure, response);
        return new(
            response.Status ?? failure.Status,
            Headers(
                [new("Content-Type", mediaType), new("x-amzn-ErrorType", failure.ErrorType)],
                [.. response.Headers.SelectMany(header => Header(exchange, header))]),
            Encoding.UTF8.GetBytes(body));
    }

    // A declared header takes the place of API Gateway's own.
    private static KeyValuePair<string, string>[] Headers(
        KeyValuePair<string, string>[] own, KeyValuePair<string, string>[] declared) =>
        [.. own.ExceptBy(declared.Select(header => header.Key), header => header.Key, StringComparer.OrdinalIgnoreCase), .. declared];

    private static (string MediaType, string Body) Body(Exchange exchange, GatewayFailure failure, GatewayResponse response)
    {
        if (response.Templates.Count == 0)
        {
            return (Json, DefaultBody(failure));
        }

        var accepted = MediaTypes.FirstAccepted(exchange.Request.Header("Accept")) ?? Json;
        var mediaType = response.Templates.ContainsKey(accepted) ? accepted
            : response.Templates.ContainsKey(Json) ? Json
            : response.Templates.Keys.First();
        return (mediaType, ContextVariables.Substitute(response.Templates[mediaType], exchange, ""));
    }

    // AWS writes a blank after the colon in the responses of its inner half (bad requests, failed integrations) and none in
    // those of its outer half (routes, authorizers, throttles); a denial by a policy has a capital letter.
    private static string DefaultBody(GatewayFailure failure)
    {
        var blank = failure.ErrorType is "BadRequestException" or "InternalServerErrorException" ? " " : "";
        var name = failure.Type == ResponseType.AccessDenied ? "Message" : "message";
        return $"{{\"{name}\":{blank}{AwsJson.Quote(failure.Message)}}}";
    }

    // A value from the request may be one that no header can have: a query parameter with a line break.
    private static IEnumerable<KeyValuePair<string, string>> Header(Exchange exchange, KeyValuePair<string, string> header) =>
        MappingExpression.Evaluate(header.Value, exchange) is { } value && ProxyHeaders.IsValid(header.Key, value)
            ? [new(header.Key, value)]
            : [];
}
