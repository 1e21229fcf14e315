using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// The <c>$context</c> variables of an event
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html).
/// </summary>
internal static partial class SocketVariables
{
    private const string Authorizer = "context.authorizer.";
    private const string StageVariable = "stageVariables.";

    /// <summary>The text with each variable replaced; a hyphen where one has no value.</summary>
    public static string Substitute(string text, SocketExchange exchange) =>
        Variable().Replace(text, match => Value(match.Groups[1].Value, exchange) ?? "-");

    /// <summary>The value of <c>context.name</c>; null where it has none.</summary>
    public static string? Value(string variable, SocketExchange exchange) => variable switch
    {
        "context.apiId" => exchange.Api.Id,
        "context.connectedAt" => Number(exchange.Connection.ConnectedAt.ToUnixTimeMilliseconds()),
        "context.connectionId" => exchange.Connection.Id,
        "context.domainName" => exchange.Connection.Host,
        "context.error.message" => exchange.Failure?.Message,
        "context.error.messageString" => exchange.Failure is { } failure ? AwsJson.Quote(failure.Message) : null,
        "context.error.responseType" => exchange.Failure?.Type.Name,
        "context.error.validationErrorString" =>
            exchange.Failure?.ValidationError is { } found ? AwsJson.Quote(found)[1..^1] : null,
        "context.disconnectReason" => exchange.Ending?.Reason,
        "context.eventType" => SocketContext.EventType(exchange),
        "context.extendedRequestId" or "context.requestId" => exchange.RequestId,
        "context.identity.accountId" => exchange.Connection.Caller is null ? null : Account.Id,
        "context.identity.caller" or "context.identity.user" => exchange.Connection.Caller?.UserId,
        "context.identity.sourceIp" => exchange.Connection.SourceIp,
        "context.identity.userAgent" => exchange.Connection.UserAgent,
        "context.identity.userArn" => exchange.Connection.Caller?.Arn,
        "context.integration.error" or "context.integrationErrorMessage" => exchange.Failure?.Cause,
        "context.integration.latency" or "context.integrationLatency" =>
            exchange.IntegrationLatency is { } latency ? Number((long)latency.TotalMilliseconds) : null,
        "context.integration.requestId" or "context.awsEndpointRequestId" => exchange.IntegrationRequestId,
        "context.integration.status" or "context.integrationStatus" =>
            exchange.IntegrationLatency is null ? null : Number(exchange.Status),
        "context.messageDirection" => "IN",
        "context.messageId" => exchange.MessageId,
        "context.requestTime" => RequestContext.RequestTime(exchange.Time),
        "context.requestTimeEpoch" => Number(exchange.Time.ToUnixTimeMilliseconds()),
        "context.routeKey" => exchange.RouteKey,
        "context.stage" => exchange.Stage.Name,
        "context.status" => Number(exchange.Status),
        _ when variable.StartsWith(Authorizer, StringComparison.Ordinal) =>
            ((JsonNode?)exchange.Connection.Authorizer?[variable[Authorizer.Length..]])?.ToString(),
        _ when variable.StartsWith(StageVariable, StringComparison.Ordinal) =>
            exchange.Stage.Variables.GetValueOrDefault(variable[StageVariable.Length..]),
        _ => null,
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\$\{?((?:context|stageVariables)(?:\.[A-Za-z0-9_]+)+)\}?")]
    private static partial Regex Variable();
}
