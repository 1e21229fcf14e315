using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lexicon.Local.Lambda;

/// <summary>How this room writes JSON.</summary>
internal static class Json
{
    /// <summary>Escapes no more than JSON asks for, as AWS does; nothing of it becomes part of a page.</summary>
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
