using System.Globalization;
using Lexicon.Local.Hosting;
using Microsoft.Data.Sqlite;

namespace Lexicon.Local.Traces.Storage;

/// <summary>
/// The SQLite file of one run. A piece is one row; the view <c>spans</c> shows each of its spans as one, for whoever asks in SQL;
/// <c>contents</c> has what came and what went back at some of them.
/// </summary>
internal static class RunFile
{
    private const int Runs = 10;

    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE pieces (
            number INTEGER PRIMARY KEY, trace TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL,
            duration INTEGER NOT NULL, error TEXT, left_out INTEGER NOT NULL, spans TEXT NOT NULL);
        CREATE INDEX pieces_by_trace ON pieces (trace);
        CREATE TABLE contents (
            number INTEGER PRIMARY KEY, piece INTEGER NOT NULL, trace TEXT NOT NULL, span TEXT NOT NULL, request TEXT NOT NULL,
            response TEXT, size INTEGER NOT NULL);
        CREATE INDEX contents_by_trace ON contents (trace);
        CREATE INDEX contents_by_piece ON contents (piece);
        CREATE VIEW spans AS
            SELECT pieces.trace AS trace, value ->> 'id' AS id, value ->> 'parent' AS parent, value ->> 'name' AS name,
                value ->> 'kind' AS kind, value ->> 'start' AS start, value ->> 'duration' AS duration, value ->> 'error' AS error,
                value -> 'tags' AS tags, value -> 'events' AS events
            FROM pieces, json_each(pieces.spans);
        """;

    /// <summary>Makes the file of a run that begins now, and removes the oldest runs beyond the last ten.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="time">The clock.</param>
    public static string Create(string folder, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        var name = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'.'fff'Z.db'", CultureInfo.InvariantCulture);
        foreach (var old in Directory.EnumerateFiles(folder, "*.db").Order(StringComparer.Ordinal).SkipLast(Runs - 1).ToList())
        {
            Remove(old);
        }

        var path = Path.Combine(folder, name);
        using var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        connection.Execute(Schema);
        return path;
    }

    /// <summary>A connection of its own.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">What it may do.</param>
    /// <param name="isReused">Whether the next one may be this one again, when it is closed.</param>
    public static SqliteConnection Open(string path, SqliteOpenMode mode, bool isReused = true)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = isReused }.ToString());
        connection.Open();
        if (mode != SqliteOpenMode.ReadOnly)
        {
            // It is kept with the connection and not with the file. A machine that loses its power may lose traces.
            connection.Execute("PRAGMA synchronous = OFF");
        }

        return connection;
    }

    /// <summary>Runs statements that return nothing.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Remove(string path)
    {
        try
        {
            foreach (var file in new[] { path, $"{path}-wal", $"{path}-shm" })
            {
                File.Delete(file);
            }
        }
        catch (IOException held)
        {
            Progress.Warn($"an old run's traces stay: {held.Message}");
        }
    }
}
