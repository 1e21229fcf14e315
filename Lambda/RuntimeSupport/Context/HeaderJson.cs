using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The JSON objects that come in headers.</summary>
internal static class HeaderJson
{
    /// <summary>The object in the header; null where there is none.</summary>
    public static JsonDocument? Parse(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        var document = JsonDocument.Parse(header);
        if (document.RootElement.ValueKind is JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        return null;
    }

    public static JsonElement? Object(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object ? value : null;

    /// <summary>The text of a property, the JSON of one that is not text, or nothing.</summary>
    public static string Text(JsonElement? parent, string name) =>
        parent?.TryGetProperty(name, out var value) is true ? value.ToString() : "";

    public static Dictionary<string, string> Map(JsonElement? parent) =>
        parent?.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString()) ?? [];
}
