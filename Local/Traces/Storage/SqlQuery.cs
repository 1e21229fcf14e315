using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lexicon.Local.Traces.Storage;

/// <summary>
/// A query over one run's file, which anybody may have written. SQLite itself asks what each part of a statement may do
/// (https://www.sqlite.org/c3ref/set_authorizer.html), and now and then whether it may go on
/// (https://www.sqlite.org/c3ref/progress_handler.html).
/// </summary>
internal static class SqlQuery
{
    private const int MostRows = 1_000;
    private const int InstructionsBetween = 100_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Runs it on a connection of its own, which is not used again.</summary>
    /// <param name="path">The run's file.</param>
    /// <param name="sql">The query.</param>
    /// <param name="logs">The rows of <c>logs</c>.</param>
    /// <param name="longest">How long it may take; null: five seconds.</param>
    public static JsonObject Run(string path, string sql, IEnumerable<LoggedLine> logs, TimeSpan? longest = null)
    {
        var patience = longest ?? Longest;
        try
        {
            using var connection = RunFile.Open(path, SqliteOpenMode.ReadOnly, isReused: false);
            if (sql.Contains("logs", StringComparison.OrdinalIgnoreCase))
            {
                AddLogs(connection, logs);
            }

            Bound(connection.Handle!, patience);
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var rows = command.ExecuteReader();
            var found = rows.FieldCount > 0 ? Read(rows) : null;
            return found is not null && !rows.NextResult()
                ? found
                : throw new QueryException("The query is not valid; it must be one SELECT.");
        }
        catch (SqliteException refusal)
        {
            throw new QueryException(refusal.SqliteErrorCode switch
            {
                raw.SQLITE_AUTH => "The query is not valid; it must only read spans and logs.",
                raw.SQLITE_INTERRUPT => $"The query took longer than {patience.TotalSeconds} seconds; ask for less.",
                _ => refusal.Message,
            });
        }
    }

    // In memory: a file that is read alone has no place for them.
    private static void AddLogs(SqliteConnection connection, IEnumerable<LoggedLine> logs)
    {
        connection.Execute("""
            PRAGMA temp_store = MEMORY;
            CREATE TEMP TABLE logs (log_group TEXT NOT NULL, stream TEXT NOT NULL, time INTEGER NOT NULL, message TEXT NOT NULL);
            """);
        using var transaction = connection.BeginTransaction(deferred: true);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO logs VALUES ($group, $stream, $time, $message)";
        foreach (var line in logs)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$group", line.Group);
            insert.Parameters.AddWithValue("$stream", line.Stream);
            insert.Parameters.AddWithValue("$time", SpanJson.Microseconds(line.Time.UtcDateTime));
            insert.Parameters.AddWithValue("$message", line.Message);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Bound(sqlite3 connection, TimeSpan patience)
    {
        strdelegate_authorizer mayDo = (_, action, _, _, _, _) =>
            action is raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_FUNCTION or raw.SQLITE_RECURSIVE
                ? raw.SQLITE_OK
                : raw.SQLITE_DENY;
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        raw.sqlite3_set_authorizer(connection, mayDo, null);
        raw.sqlite3_progress_handler(connection, InstructionsBetween, _ => Environment.TickCount64 > end ? 1 : 0, null);
    }

    private static JsonObject Read(SqliteDataReader rows)
    {
        JsonArray found = [];
        var isMore = false;
        while (rows.Read() && !(isMore = found.Count == MostRows))
        {
            found.Add((JsonNode)new JsonArray([.. Enumerable.Range(0, rows.FieldCount).Select(i => Value(rows.GetValue(i)))]));
        }

        return new()
        {
            ["columns"] = new JsonArray([.. Enumerable.Range(0, rows.FieldCount).Select(i => (JsonNode)rows.GetName(i))]),
            ["rows"] = found,
            ["cut"] = isMore,
        };
    }

    private static JsonNode? Value(object value) => value switch
    {
        long number => number,
        double number => number,
        byte[] bytes => Convert.ToBase64String(bytes),
        string text => text,
        _ => null,
    };
}
