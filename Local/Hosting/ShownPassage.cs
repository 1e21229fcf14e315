using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Lexicon.Local.Hosting;

/// <summary>
/// A request or a response as it may be kept and shown, nothing secret in it:
/// <c>{"headers": {}, "bytes", "body"?, "cut"?}</c>; <c>body</c> is text, <c>cut</c> says that there was more of it.
/// </summary>
internal static class ShownPassage
{
    /// <summary>What may be shown of a passage.</summary>
    public static JsonObject Of(Passage passage)
    {
        JsonObject headers = [];
        foreach (var (name, value) in passage.Headers)
        {
            headers[name] = SecretText.HideHeader(name, value);
        }

        JsonObject kept = new() { ["headers"] = headers, ["bytes"] = passage.Length };
        var (bytes, isWhole) = Decode(passage);
        if (TextOf(bytes, isWhole) is { Length: > 0 } text)
        {
            kept["body"] = SecretBody.Hide(text, isWhole);
            if (!isWhole)
            {
                kept["cut"] = true;
            }
        }

        return kept;
    }

    // A body goes over the wire compressed; nobody reads it so.
    private static (ReadOnlyMemory<byte> Bytes, bool IsWhole) Decode(Passage passage)
    {
        var isWhole = passage.Head.Length == passage.Length;
        var coding = passage.Headers.FirstOrDefault(
            header => header.Key.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)).Value;
        if (coding is not ("gzip" or "deflate" or "br"))
        {
            return (passage.Head, isWhole);
        }

        using var compressed = new MemoryStream(passage.Head.ToArray());
        using Stream decoder = coding switch
        {
            "gzip" => new GZipStream(compressed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(compressed, CompressionMode.Decompress),
            _ => new BrotliStream(compressed, CompressionMode.Decompress),
        };
        var decoded = new byte[BodyHead.Most + 1];
        var length = Read(decoder, decoded);
        return (decoded.AsMemory(0, Math.Min(length, BodyHead.Most)), isWhole && length <= BodyHead.Most);
    }

    // As far as it goes: of what was cut the end is missing.
    private static int Read(Stream decoder, byte[] decoded)
    {
        var length = 0;
        try
        {
            int read;
            while (length < decoded.Length && (read = decoder.Read(decoded, length, decoded.Length - length)) > 0)
            {
                length += read;
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException)
        {
            // What there is of it is kept.
        }

        return length;
    }

    // Null where it is not text. What is cut may end within a character.
    private static string? TextOf(ReadOnlyMemory<byte> bytes, bool isWhole)
    {
        for (var left = 0; left <= (isWhole ? 0 : Math.Min(3, bytes.Length)); left++)
        {
            var text = bytes.Span[..^left];
            if (Utf8.IsValid(text))
            {
                return text.Contains((byte)0) ? null : Encoding.UTF8.GetString(text);
            }
        }

        return null;
    }
}
