using System.Buffers;
using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Reads the request within the limits of REST APIs: 10,240 bytes of request line and header values, 10 MB of body
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html). What is
/// larger never reaches an API: the response is plain text, and no gateway response changes it.
/// </summary>
internal sealed class ReadRequest : IRequestStep
{
    /// <summary>The most bytes of a body.</summary>
    public const int MaximumBody = 10_485_760;

    private const int MaximumHead = 10_240;

    private static readonly GatewayFailure HeadTooLarge = PlainText($"HTTP header is larger than {MaximumHead} bytes.");
    private static readonly GatewayFailure BodyTooLarge = PlainText($"HTTP content length exceeded {MaximumBody} bytes.");

    public async ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        var http = exchange.Context.Request;
        if (exchange.Request.HeadSize > MaximumHead)
        {
            return HeadTooLarge;
        }

        if (http.ContentLength > MaximumBody)
        {
            return BodyTooLarge;
        }

        if (http.ContentLength == 0)
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>((int)(http.ContentLength ?? 4096));
        while (true)
        {
            var read = await http.Body.ReadAsync(body.GetMemory(4096), cancellation);
            if (read == 0)
            {
                exchange.Request.Body = body.WrittenMemory;
                return null;
            }

            body.Advance(read);
            if (body.WrittenCount > MaximumBody)
            {
                return BodyTooLarge;
            }
        }
    }

    private static GatewayFailure PlainText(string message) =>
        new(ResponseType.RequestTooLarge, message) { IsPlainText = true };
}
