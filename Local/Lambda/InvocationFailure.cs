using System.Text.Json;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Lambda;

/// <summary>Why an invocation or an init phase failed, when it was not the function that said so.</summary>
/// <param name="ErrorType">Such as <c>Runtime.ExitError</c>.</param>
/// <param name="Message">What follows <c>RequestId: ID Error: </c>.</param>
internal sealed record InvocationFailure(string ErrorType, string Message)
{
    /// <summary>The document that the runtime itself has reported in place of the message.</summary>
    public ReadOnlyMemory<byte>? Document { get; init; }

    /// <summary><c>timeout</c> or <c>error</c>, as in reports.</summary>
    public string Status => ErrorType == "Sandbox.Timedout" ? "timeout" : "error";

    /// <summary>Whether all of its memory was used.</summary>
    public bool IsOutOfMemory { get; private init; }

    /// <summary>What happened, to follow the name of the function, for the person at the terminal.</summary>
    public string Summary { get; private init; } = $"failed: {ErrorType}{(Message.Length > 0 ? $": {Message}" : "")}";

    /// <summary>The function took longer than its timeout.</summary>
    public static InvocationFailure Timeout(TimeSpan timeout) =>
        new("Sandbox.Timedout", FormattableString.Invariant($"Task timed out after {timeout.TotalSeconds:0.00} seconds"))
        {
            Summary = FormattableString.Invariant($"timed out after {timeout.TotalSeconds:0.##} s"),
        };

    /// <summary>The process ended by itself or by a signal, in the words that Go has for it.</summary>
    public static InvocationFailure Exit(int exitCode) => new("Runtime.ExitError", exitCode switch
    {
        0 => "Runtime exited without providing a reason",
        > 128 and <= 159 => $"Runtime exited with error: signal: {SignalName(exitCode - 128)}",
        _ => $"Runtime exited with error: exit status {exitCode}",
    })
    {
        Summary = exitCode is > 128 and <= 159 ? $"was ended by a signal ({SignalName(exitCode - 128)})" : $"exited with status {exitCode}",
    };

    /// <summary>
    /// The process was ended since it used more memory than the function has. AWS has a name of its own for that where the runtime is
    /// its own.
    /// </summary>
    public static InvocationFailure OutOfMemory(bool isManaged) =>
        Exit(128 + 9) with
        {
            ErrorType = isManaged ? "Runtime.OutOfMemory" : "Runtime.ExitError",
            Summary = "ran out of memory",
            IsOutOfMemory = true,
        };

    /// <summary>There is nothing to run.</summary>
    public static InvocationFailure InvalidEntrypoint(string message) => new("Runtime.InvalidEntrypoint", message);

    /// <summary>The payload of the response.</summary>
    public ReadOnlyMemory<byte> Payload(string requestId) => Document ?? JsonSerializer.SerializeToUtf8Bytes(
        new { errorType = ErrorType, errorMessage = $"RequestId: {requestId} Error: {Message}" }, AwsJson.Options);

    private static string SignalName(int signal) => signal switch
    {
        1 => "hangup",
        2 => "interrupt",
        3 => "quit",
        4 => "illegal instruction",
        6 => "aborted",
        7 => "bus error",
        8 => "floating point exception",
        9 => "killed",
        11 => "segmentation fault",
        15 => "terminated",
        _ => $"signal {signal}",
    };
}
