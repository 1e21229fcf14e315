using System.Globalization;
using System.Text;

namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>The responses of the Runtime API, as bytes.</summary>
internal static class RuntimeMessages
{
    public static readonly ReadOnlyMemory<byte> Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    public static readonly ReadOnlyMemory<byte> Accepted = Json("202 Accepted", """{"status":"OK"}""");

    public static readonly ReadOnlyMemory<byte> InvalidRequestId =
        Json("400 Bad Request", """{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}""");

    public static readonly ReadOnlyMemory<byte> InvalidResponseMode =
        Json("400 Bad Request", """{"errorMessage":"Invalid function response mode","errorType":"InvalidFunctionResponseMode"}""");

    public static readonly ReadOnlyMemory<byte> InvalidState = Json(
        "403 Forbidden", """{"errorMessage":"State transition is not allowed","errorType":"InvalidStateTransition"}""");

    public static readonly ReadOnlyMemory<byte> TooLarge = Json(
        "413 Request Entity Too Large",
        """{"errorMessage":"Exceeded maximum allowed payload size (6291556 bytes).","errorType":"RequestEntityTooLarge"}""");

    public static readonly ReadOnlyMemory<byte> NotFound = Plain("404 Not Found", "404 page not found\n");

    public static readonly ReadOnlyMemory<byte> MethodNotAllowed = Plain("405 Method Not Allowed", "");

    /// <summary>An invocation, head and payload in one piece.</summary>
    public static ReadOnlyMemory<byte> Event(Invocation next)
    {
        var head = new StringBuilder(512)
            .Append("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: ").Append(next.RequestId)
            .Append("\r\nLambda-Runtime-Deadline-Ms: ")
            .Append(next.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
            .Append("\r\nLambda-Runtime-Invoked-Function-Arn: ").Append(next.InvokedArn)
            .Append("\r\nLambda-Runtime-Trace-Id: ").Append(OneLine(next.Trace.ToString()));
        if (next.ClientContext is not null)
        {
            head.Append("\r\nLambda-Runtime-Client-Context: ").Append(OneLine(next.ClientContext));
        }

        head.Append("\r\nContent-Length: ").Append(next.Event.Length.ToString(CultureInfo.InvariantCulture)).Append("\r\n\r\n");
        var text = head.ToString();
        var headLength = Encoding.UTF8.GetByteCount(text);
        var message = new byte[headLength + next.Event.Length];
        Encoding.UTF8.GetBytes(text, message);
        next.Event.Span.CopyTo(message.AsSpan(headLength));
        return message;
    }

    /// <summary>A caller's text must not begin a header field of its own.</summary>
    private static string OneLine(string value) => value.ReplaceLineEndings(" ").Replace('\0', ' ');

    private static ReadOnlyMemory<byte> Json(string status, string body) => Message(status, "application/json", body);

    private static ReadOnlyMemory<byte> Plain(string status, string body) => Message(status, "text/plain; charset=utf-8", body);

    private static ReadOnlyMemory<byte> Message(string status, string type, string body) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
}
