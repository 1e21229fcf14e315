using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Sends the response, with the headers that API Gateway adds to every one; plain text from before the APIs carries no ids.
/// </summary>
internal sealed class WriteResponse : IResponseStep
{
    public async ValueTask RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        var (response, sent) = (exchange.Context.Response, exchange.Response!);
        response.StatusCode = sent.Status;
        foreach (var (name, value) in sent.Headers)
        {
            response.Headers.Append(name, ToAscii(value));
        }

        if (exchange.Failure?.IsPlainText != true)
        {
            response.Headers["x-amzn-RequestId"] = exchange.Ids.RequestId;
            response.Headers["x-amz-apigw-id"] = exchange.Ids.ExtendedRequestId;
        }

        if (sent.Status is 204 or 205 or 304)
        {
            return;
        }

        response.ContentLength = sent.Body.Length;
        await response.Body.WriteAsync(sent.Body, cancellation);
    }

    // A header field is ASCII on the wire (RFC 9110, section 5.5); what is not becomes a question mark.
    private static string ToAscii(string value) =>
        Ascii.IsValid(value) ? value : Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(value));
}
