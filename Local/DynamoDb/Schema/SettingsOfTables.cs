using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>The settings of the tables that were given at run time.</summary>
/// <param name="folder">The folder of the database.</param>
/// <param name="time">When a setting was changed.</param>
internal sealed class SettingsOfTables(string folder, TimeProvider time)
{
    private static readonly TableSettings Nothing = new();

    private readonly TableFile<TableSettings> _tables = new(Path.Combine(folder, "settings.json"));

    /// <summary>The settings of a table.</summary>
    public TableSettings this[string table] => _tables[table] ?? Nothing;

    /// <summary>Keeps what a request said that created or changed a table.</summary>
    public void Remember(string table, string operation, JsonElement request) => Change(
        table, settings => settings.With(request, operation == "UpdateTable" ? time.GetUtcNow() : null));

    /// <summary>Changes the settings of a table.</summary>
    public void Change(string table, Func<TableSettings, TableSettings> change) => _tables.Change(
        table, before => change(before ?? Nothing) is { IsEmpty: false } after ? after : null);

    /// <summary>Forgets a table that is no more.</summary>
    public void Forget(string table) => _tables.Change(table, static _ => null);

    /// <summary>Adds the settings of a table to a response that describes it.</summary>
    public void Describe(JsonNode? answer)
    {
        if ((answer?["TableDescription"] ?? answer?["Table"]) is JsonObject table && (string?)table["TableName"] is { } name)
        {
            this[name].Describe(table);
        }
    }
}
