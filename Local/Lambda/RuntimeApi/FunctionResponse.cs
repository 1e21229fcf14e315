namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>What the runtime reported: a response, or an error with its type.</summary>
internal sealed record FunctionResponse(ReadOnlyMemory<byte> Payload, string? ErrorType)
{
    /// <summary>What stands for a response above the limit.</summary>
    public static FunctionResponse TooLarge { get; } = new(
        System.Text.Encoding.UTF8.GetBytes(
            "{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size (6291556 bytes).\","
            + "\"errorType\":\"Function.ResponseSizeTooLarge\"}"),
        "Function.ResponseSizeTooLarge");
}
