namespace Lexicon.Local.Lambda;

/// <summary>The response of API Invoke (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).</summary>
internal sealed record InvokeResponse
{
    /// <summary>200 for <c>RequestResponse</c>, 202 for <c>Event</c>, 204 for <c>DryRun</c>.</summary>
    public int StatusCode { get; init; } = 200;

    /// <summary>The id of the request.</summary>
    public required string RequestId { get; init; }

    /// <summary>What the function returned, or the error document when <see cref="FunctionError"/> is set.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary><c>Unhandled</c> when the function failed, timed out or ended; null when it returned.</summary>
    public string? FunctionError { get; init; }

    /// <summary>The version that ran, such as <c>$LATEST</c>; null when none did.</summary>
    public string? ExecutedVersion { get; init; }

    /// <summary>The last 4 KB of the log of this invocation, when it was asked for; else empty.</summary>
    public string LogTail { get; init; } = "";
}
