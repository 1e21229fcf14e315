using System.Text.Json.Nodes;

namespace Lexicon.Local.WebConsole.Map.Settings;

/// <summary>What the templates set of a place, as a table; the first cell of a row is its head.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Columns">The heads of the columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record SettingsTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The table as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["title"] = Title,
        ["columns"] = Texts(Columns),
        ["rows"] = new JsonArray([.. Rows.Select(Texts)]),
    };

    private static JsonArray Texts(IReadOnlyList<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
