namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>What a runtime responded: the payload of a response, or the document of an error with its type.</summary>
internal sealed record FunctionResponse(ReadOnlyMemory<byte> Payload, string? ErrorType)
{
    /// <summary>Takes the place of a response above the limit.</summary>
    public static FunctionResponse TooLarge { get; } = new(
        System.Text.Encoding.UTF8.GetBytes(
            "{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size (6291556 bytes).\","
            + "\"errorType\":\"Function.ResponseSizeTooLarge\"}"),
        "Function.ResponseSizeTooLarge");
}
