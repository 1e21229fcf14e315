namespace Lexicon.Local.Lambda;

/// <summary>The answer of a synchronous invocation (API Invoke).</summary>
/// <param name="Payload">What the function answered, or the error document when <paramref name="FunctionError"/> is set.</param>
/// <param name="RequestId">The id of the invocation.</param>
/// <param name="FunctionError"><c>Unhandled</c> when the function failed, timed out or died; null when it answered.</param>
/// <param name="ExecutedVersion">The version that ran, such as <c>$LATEST</c>.</param>
/// <param name="LogTail">The last 4 KB of the log of this invocation, when it was asked for; else empty.</param>
internal sealed record InvokeResponse(
    ReadOnlyMemory<byte> Payload, string RequestId, string? FunctionError, string ExecutedVersion, string LogTail);
