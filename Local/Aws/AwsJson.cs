using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lexicon.Local.Aws;

/// <summary>
/// JSON as AWS writes it: no more is escaped than JSON asks for. No page of HTML ever contains it, which is what .NET's own
/// escaping is for.
/// </summary>
internal static class AwsJson
{
    // Some more than what is sent may have: documents have it as a part.
    private const int Deepest = SentJson.Deepest + 24;

    /// <summary>For a serializer.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = Deepest,
    };

    /// <summary>For a reader of what is written so.</summary>
    public static JsonDocumentOptions ReaderOptions { get; } = new() { MaxDepth = Deepest };

    /// <summary>For a writer.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = Deepest,
    };

    /// <summary>A string with its quotes, or <c>null</c>.</summary>
    public static string Quote(string? text) => JsonSerializer.Serialize(text, Options);
}
