using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>JSON as API Gateway writes it: only what must be escaped is.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A string with its quotes, or <c>null</c>.</summary>
    public static string Quote(string? text) => JsonSerializer.Serialize(text, Options);
}
