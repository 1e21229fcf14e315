using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Lexicon.Local.Traces.Storage;

/// <summary>Reads the run's file, beside the one who writes.</summary>
internal sealed class PieceReader(string path)
{
    private const string Columns =
        "SELECT number, trace, name, kind, start, duration, error, spans -> '$[#-1]' -> 'tags' FROM pieces";

    /// <summary>See <see cref="ITraces.List"/>.</summary>
    public JsonArray List(long? before, int limit) =>
        Read($"{Columns} WHERE number < $number ORDER BY number DESC LIMIT $limit", before ?? long.MaxValue, limit);

    /// <summary>See <see cref="ITraces.Since"/>.</summary>
    public JsonArray Since(long after, int limit) =>
        Read($"SELECT * FROM ({Columns} WHERE number > $number ORDER BY number LIMIT $limit) ORDER BY number DESC", after, limit);

    /// <summary>See <see cref="ITraces.Trace"/>.</summary>
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

    /// <summary>See <see cref="ITraces.Contents"/>.</summary>
    public JsonArray Contents(string traceId)
    {
        using var connection = RunFile.Open(path, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT span, request, response FROM contents WHERE trace = $trace ORDER BY number";
        command.Parameters.AddWithValue("$trace", traceId);
        using var rows = command.ExecuteReader();
        JsonArray found = [];
        while (rows.Read())
        {
            JsonObject content = new() { ["span"] = rows.GetString(0), ["request"] = JsonNode.Parse(rows.GetString(1)) };
            if (!rows.IsDBNull(2))
            {
                content["response"] = JsonNode.Parse(rows.GetString(2));
            }

            found.Add((JsonNode)content);
        }

        return found;
    }

    /// <summary>See <see cref="ITraces.Query"/>.</summary>
    public JsonObject Query(string sql, IEnumerable<LoggedLine> logs) => SqlQuery.Run(path, sql, logs);

    private JsonArray Read(string query, long number, int limit)
    {
        using var connection = RunFile.Open(path, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("$number", number);
        command.Parameters.AddWithValue("$limit", limit);
        using var rows = command.ExecuteReader();
        JsonArray found = [];
        while (rows.Read())
        {
            found.Add((JsonNode)Describe(rows));
        }

        return found;
    }

    private static JsonObject Describe(SqliteDataReader row)
    {
        JsonObject described = new()
        {
            ["number"] = row.GetInt64(0),
            ["trace"] = row.GetString(1),
            ["name"] = row.GetString(2),
            ["kind"] = row.GetString(3),
            ["start"] = row.GetInt64(4),
            ["duration"] = row.GetInt64(5),
        };
        if (!row.IsDBNull(6))
        {
            described["error"] = row.GetString(6);
        }

        described["tags"] = JsonNode.Parse(row.GetString(7));
        return described;
    }
}
