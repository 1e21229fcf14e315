using System.Text;

namespace Lexicon.Testing;

/// <summary>
/// Responses of the Lambda Runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), byte by byte.
/// </summary>
public static class RuntimeApiResponses
{
    /// <summary>To whatever a function posts.</summary>
    public const string Accepted =
        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n";

    /// <summary>To <c>next</c>: an event.</summary>
    /// <param name="requestId">The id of the request.</param>
    /// <param name="body">The event.</param>
    /// <param name="deadline">When the function has to be done; some time in 2023, if null.</param>
    public static string Invocation(string requestId, string body, DateTimeOffset? deadline = null) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: {requestId}\r\n"
        + $"Lambda-Runtime-Deadline-Ms: {deadline?.ToUnixTimeMilliseconds() ?? 1700000003000}\r\n"
        + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:list\r\n"
        + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    /// <summary>An error of the Runtime API itself.</summary>
    public static string Refusal(int status, string errorType)
    {
        var body = $"{{\"errorMessage\":\"refused\",\"errorType\":\"{errorType}\"}}";
        return $"HTTP/1.1 {status} Refused\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }
}
