using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lexicon.Local.Aws;

/// <summary>
/// JSON as AWS writes it: no more is escaped than JSON asks for. No page of HTML ever contains it, which is what .NET's own
/// escaping is for.
/// </summary>
internal static class AwsJson
{
    /// <summary>For a serializer.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For a writer.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A string with its quotes, or <c>null</c>.</summary>
    public static string Quote(string? text) => JsonSerializer.Serialize(text, Options);
}
