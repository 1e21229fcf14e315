using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Lexicon.Local.Traces.Storage;

/// <summary>Reads the run's file, beside the one who writes.</summary>
internal sealed class PieceReader(string path) : ITraces
{
    public JsonArray List(long? before, int limit)
    {
        using var connection = RunFile.Open(path, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT number, trace, name, kind, start, duration, error, spans -> '$[#-1]' -> 'tags'
            FROM pieces WHERE number < $before ORDER BY number DESC LIMIT $limit
            """;
        command.Parameters.AddWithValue("$before", before ?? long.MaxValue);
        command.Parameters.AddWithValue("$limit", limit);
        using var rows = command.ExecuteReader();
        JsonArray found = [];
        while (rows.Read())
        {
            JsonObject row = new()
            {
                ["number"] = rows.GetInt64(0),
                ["trace"] = rows.GetString(1),
                ["name"] = rows.GetString(2),
                ["kind"] = rows.GetString(3),
                ["start"] = rows.GetInt64(4),
                ["duration"] = rows.GetInt64(5),
            };
            if (!rows.IsDBNull(6))
            {
                row["error"] = rows.GetString(6);
            }

            row["tags"] = JsonNode.Parse(rows.GetString(7));
            found.Add((JsonNode)row);
        }

        return found;
    }

    public JsonArray Trace(string traceId)
    {
        using var connection = RunFile.Open(path, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT spans FROM pieces WHERE trace = $trace";
        command.Parameters.AddWithValue("$trace", traceId);
        using var rows = command.ExecuteReader();
        List<JsonNode> spans = [];
        while (rows.Read())
        {
            spans.AddRange(JsonNode.Parse(rows.GetString(0))!.AsArray().Select(span => span!.DeepClone()));
        }

        return [.. spans.OrderBy(span => (long)span["start"]!)];
    }
}
