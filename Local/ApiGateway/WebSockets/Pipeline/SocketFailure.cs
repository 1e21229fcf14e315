using System.Text;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// What a client gets in place of a response: a message on its connection, or the refusal of the connection. AWS writes a blank after
/// the first and the last colon.
/// </summary>
internal static class SocketFailure
{
    /// <summary>The document.</summary>
    public static byte[] Body(SocketExchange exchange, GatewayFailure failure) => Encoding.UTF8.GetBytes(
        $$"""{"message": {{AwsJson.Quote(failure.Message)}}, "connectionId":"{{exchange.Connection.Id}}", """
        + $$"""
        "requestId":"{{exchange.RequestId}}"}
        """);

    /// <summary>Refuses a connection.</summary>
    public static Task RefuseAsync(HttpContext context, SocketExchange exchange, GatewayFailure failure) =>
        WriteAsync(context, failure, Body(exchange, failure), exchange.RequestId);

    /// <summary>Refuses a request that no API is found for.</summary>
    public static Task RefuseAsync(HttpContext context, GatewayFailure failure) => WriteAsync(
        context, failure, Encoding.UTF8.GetBytes($"{{\"message\":{AwsJson.Quote(failure.Message)}}}"), Guid.NewGuid().ToString());

    private static async Task WriteAsync(HttpContext context, GatewayFailure failure, byte[] body, string requestId)
    {
        var response = context.Response;
        response.StatusCode = failure.Status;
        response.ContentType = "application/json";
        response.Headers["x-amzn-ErrorType"] = failure.ErrorType;
        response.Headers["x-amzn-RequestId"] = requestId;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
