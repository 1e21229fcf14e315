using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb;

/// <summary>
/// JSON with items in it: 32 levels of maps and lists, each two levels of JSON, are more than .NET reads and writes by itself
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-attributes-nested-depth).
/// </summary>
internal static class DeepJson
{
    /// <summary>How deep it may be nested.</summary>
    public const int MaxDepth = 512;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = MaxDepth };

    /// <summary>As requests and responses are written.</summary>
    public static JsonSerializerOptions Options { get; } =
        new() { MaxDepth = MaxDepth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads text.</summary>
    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: Reading);

    /// <summary>Reads UTF-8.</summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> text) => JsonNode.Parse(text, documentOptions: Reading);

    /// <summary>Reads a stream.</summary>
    public static Task<JsonNode?> ParseAsync(Stream stream, CancellationToken cancellation) =>
        JsonNode.ParseAsync(stream, documentOptions: Reading, cancellationToken: cancellation);

    /// <summary>Writes UTF-8.</summary>
    public static byte[] Write(JsonNode? node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);
}
