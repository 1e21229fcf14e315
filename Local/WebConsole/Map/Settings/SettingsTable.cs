using System.Text.Json.Nodes;

namespace Lexicon.Local.WebConsole.Map.Settings;

/// <summary>What the templates set of a place, as a table; the first cell of a row is its head.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Columns">The heads of the columns.</param>
/// <param name="Rows">The rows; an empty cell says nothing.</param>
/// <param name="IsCode">Whether the cells are code, of several lines.</param>
internal sealed record SettingsTable(
    string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, bool IsCode = false)
{
    /// <summary>The table as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["title"] = Title,
        ["columns"] = Texts(Columns),
        ["rows"] = new JsonArray([.. Rows.Select(Texts)]),
        ["code"] = IsCode,
    };

    private static JsonArray Texts(IReadOnlyList<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
