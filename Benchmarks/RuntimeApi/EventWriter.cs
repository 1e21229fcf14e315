using System.Text;

namespace Lexicon.Benchmarks.RuntimeApi;

/// <summary>Writes what <c>next</c> answers (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next).</summary>
internal sealed class EventWriter(byte[] @event)
{
    // No invocation here comes near its deadline.
    private readonly long _deadline = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();

    private int _invocations;

    /// <summary>The answer to whatever a function posts.</summary>
    public static byte[] Accepted { get; } =
        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n"u8.ToArray();

    public byte[] Next() =>
    [
        .. Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + $"Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-{_invocations++:x12}\r\n"
            + $"Lambda-Runtime-Deadline-Ms: {_deadline}\r\n"
            + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:measured\r\n"
            + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1\r\n"
            + $"Content-Length: {@event.Length}\r\n\r\n"),
        .. @event,
    ];
}
