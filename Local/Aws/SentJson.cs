using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.Aws;

/// <summary>
/// JSON that a client or a function sent, read as AWS's services read it: up to 1,000 levels deep, which EventBridge documents
/// (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html) and .NET's readers do not reach by themselves; and with
/// half a surrogate pair as a character, where .NET reads no text.
/// </summary>
internal static partial class SentJson
{
    /// <summary>How deep it may be.</summary>
    public const int Deepest = 1000;

    /// <summary>For .NET's readers.</summary>
    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = Deepest };

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is not JSON, or deeper.</exception>
    public static JsonDocument Parse(string text) => JsonDocument.Parse(Whole(text), Reading);

    /// <summary>Reads a text in UTF-8.</summary>
    /// <exception cref="JsonException">It is not JSON, or deeper.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> text) => JsonDocument.Parse(Whole(text), Reading);

    /// <summary>Reads a text in UTF-8 that becomes part of another document.</summary>
    /// <exception cref="JsonException">It is not JSON, or deeper.</exception>
    public static JsonNode? ParseNode(ReadOnlyMemory<byte> text) =>
        JsonNode.Parse(Whole(text).Span, documentOptions: Reading);

    // Halves are always escaped, and most texts have no such escape.
    private static string Whole(string text) =>
        text.Contains(@"\u", StringComparison.Ordinal) ? Escape().Replace(text, WithoutHalves) : text;

    private static ReadOnlyMemory<byte> Whole(ReadOnlyMemory<byte> text) =>
        text.Span.IndexOf(@"\u"u8) < 0 ? text : Encoding.UTF8.GetBytes(Whole(Encoding.UTF8.GetString(text.Span)));

    private static string WithoutHalves(Match escape) => escape.Groups["half"].Success ? "\\ufffd" : escape.Value;

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.")]
    private static partial Regex Escape();
}
