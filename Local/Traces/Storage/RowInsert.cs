using Microsoft.Data.Sqlite;

namespace Lexicon.Local.Traces.Storage;

/// <summary>
/// Inserts rows into one table by one command, which SQLite compiles once
/// (https://learn.microsoft.com/dotnet/standard/data/sqlite/bulk-insert).
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>An insert into these columns.</summary>
    public RowInsert(SqliteConnection connection, string table, params IReadOnlyList<string> columns)
    {
        _command = connection.CreateCommand();
        _command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES (${string.Join(", $", columns)}) RETURNING number";
        foreach (var column in columns)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"${column}" });
        }
    }

    /// <summary>The transaction that its connection is in.</summary>
    public SqliteTransaction? Transaction
    {
        set => _command.Transaction = value;
    }

    /// <summary>Inserts a row and returns its number.</summary>
    /// <param name="values">In the order of the columns.</param>
    public long Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return (long)_command.ExecuteScalar()!;
    }

    public void Dispose() => _command.Dispose();
}
