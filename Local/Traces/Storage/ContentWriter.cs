using System.Text.Encodings.Web;
using System.Text.Json;
using Lexicon.Local.Hosting;
using Microsoft.Data.Sqlite;

namespace Lexicon.Local.Traces.Storage;

/// <summary>
/// Writes what went in and out of spans beside their pieces, without what is secret, and removes the oldest when a run has too much.
/// </summary>
/// <param name="connection">The connection that writes the pieces, too.</param>
/// <param name="most">The most bytes of text that are kept; null: 32 MB.</param>
internal sealed class ContentWriter(SqliteConnection connection, long? most = null) : IDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RowInsert _insert = new(connection, "contents", "piece", "trace", "span", "request", "response", "size");
    private readonly long _most = most ?? 32 * 1024 * 1024;
    private long _size;

    /// <summary>The transaction of the connection.</summary>
    public SqliteTransaction? Transaction
    {
        set => _insert.Transaction = value;
    }

    /// <summary>Writes the contents of the spans of a piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="number">Its number.</param>
    public void Write(Piece piece, long number)
    {
        foreach (var span in piece.Spans)
        {
            if (span.Content is { } content)
            {
                var request = ShownPassage.Of(content.Request).ToJsonString(Plain);
                var response = content.Response is { } back ? ShownPassage.Of(back).ToJsonString(Plain) : null;
                Insert(number, piece.TraceId, span.Id, request, response);
            }
        }
    }

    /// <summary>Removes those of pieces that are gone, and the oldest quarter when there is too much.</summary>
    /// <param name="oldest">The number of the oldest piece that is kept.</param>
    public void Trim(long oldest)
    {
        if (_size == 0)
        {
            return;
        }

        Run($"DELETE FROM contents WHERE piece < {oldest}");
        if (_size > _most)
        {
            Run("""
                DELETE FROM contents WHERE number <=
                    (SELECT number FROM contents ORDER BY number LIMIT 1 OFFSET (SELECT count(*) / 4 FROM contents))
                """);
            _size = Run("SELECT coalesce(sum(size), 0) FROM contents");
        }
    }

    public void Dispose() => _insert.Dispose();

    private void Insert(long piece, string trace, string span, string request, string? response)
    {
        var size = request.Length + (response?.Length ?? 0);
        _insert.Run(piece, trace, span, request, response, size);
        _size += size;
    }

    private long Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }
}
