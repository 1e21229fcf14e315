using System.Text.Json;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>Why an attempt failed.</summary>
/// <param name="Status">The HTTP status that a caller would have got: 200 where it was the function that failed.</param>
/// <param name="Message">What went wrong.</param>
internal sealed record EventFailure(int Status, string Message)
{
    private const int LongestMessage = 1024;

    /// <summary>A function's error document.</summary>
    public static EventFailure FromFunction(ReadOnlyMemory<byte> document) => new(200, MessageOf(document) is var message
        && message.Length > LongestMessage ? message[..LongestMessage] : message);

    private static string MessageOf(ReadOnlyMemory<byte> document)
    {
        try
        {
            using var error = SentJson.Parse(document);
            return error.RootElement.ValueKind == JsonValueKind.Object && error.RootElement.TryGetProperty("errorMessage", out var message)
                ? message.ToString()
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
