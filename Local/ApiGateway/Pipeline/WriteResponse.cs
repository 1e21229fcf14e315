using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>Sends an answer with the headers that API Gateway adds to every one.</summary>
internal static class WriteResponse
{
    /// <summary>Sends the answer; plain text from before the APIs carries no ids.</summary>
    public static async Task SendAsync(HttpContext context, Exchange exchange, ApiResponse answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, AsciiOf(value));
        }

        if (exchange.Failure?.IsPlainText != true)
        {
            response.Headers["x-amzn-RequestId"] = exchange.Ids.RequestId;
            response.Headers["x-amz-apigw-id"] = exchange.Ids.ExtendedRequestId;
        }

        if (answer.Status is 204 or 205 or 304)
        {
            return;
        }

        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    // A header field is ASCII on the wire (RFC 9110, section 5.5); what is not becomes a question mark.
    private static string AsciiOf(string value) =>
        Ascii.IsValid(value) ? value : Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(value));
}
