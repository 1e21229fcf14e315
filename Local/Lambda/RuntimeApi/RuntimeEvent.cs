namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>An invocation as <c>GET /runtime/invocation/next</c> hands it to the runtime.</summary>
/// <param name="RequestId"><c>Lambda-Runtime-Aws-Request-Id</c>.</param>
/// <param name="Payload">The event.</param>
/// <param name="Deadline"><c>Lambda-Runtime-Deadline-Ms</c>.</param>
/// <param name="InvokedArn"><c>Lambda-Runtime-Invoked-Function-Arn</c>.</param>
/// <param name="TraceHeader"><c>Lambda-Runtime-Trace-Id</c>.</param>
/// <param name="ClientContext"><c>Lambda-Runtime-Client-Context</c>: JSON, no longer base64.</param>
internal sealed record RuntimeEvent(
    string RequestId,
    ReadOnlyMemory<byte> Payload,
    DateTimeOffset Deadline,
    string InvokedArn,
    string TraceHeader,
    string? ClientContext);
