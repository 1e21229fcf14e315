using System.Threading.Channels;
using Lexicon.Local.Hosting;
using Microsoft.Data.Sqlite;

namespace Lexicon.Local.Traces.Storage;

/// <summary>
/// Writes pieces to the run's file, many in one transaction, on a task of its own, so that no request waits for the disk.
/// </summary>
internal sealed class PieceWriter : IAsyncDisposable
{
    private const int MostWaiting = 50_000;
    private const int Batch = 2_000;
    private const int Kept = 20_000;

    private readonly Channel<Piece> _waiting = Channel.CreateBounded<Piece>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly SqliteConnection _connection;
    private readonly ContentWriter _contents;
    private readonly Action<Piece> _count;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _leftOut;

    /// <summary>Writes until it is disposed.</summary>
    /// <param name="path">The run's file.</param>
    /// <param name="count">Counts each piece that is written; null: nobody does.</param>
    public PieceWriter(string path, Action<Piece>? count = null)
    {
        _count = count ?? (_ => { });
        _connection = RunFile.Open(path, SqliteOpenMode.ReadWrite);
        _contents = new ContentWriter(_connection);
        Background.StartTask("Keeping traces", RunAsync);
    }

    /// <summary>Takes a piece; where too many wait already it is counted and left out.</summary>
    public void Add(Piece piece)
    {
        if (!_waiting.Writer.TryWrite(piece))
        {
            Interlocked.Increment(ref _leftOut);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _ended.Task;
        await _connection.DisposeAsync();
        SqliteConnection.ClearPool(_connection);
    }

    private async Task RunAsync()
    {
        try
        {
            await Task.Yield();
            while (await _waiting.Reader.WaitToReadAsync())
            {
                WriteBatch();
            }
        }
        finally
        {
            // After a failure, such as a full disk, nothing is kept any more and nothing waits.
            _waiting.Writer.TryComplete();
            _ended.SetResult();
        }
    }

    private void WriteBatch()
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO pieces (trace, name, kind, start, duration, error, left_out, spans)
            VALUES ($trace, $name, $kind, $start, $duration, $error, $left_out, $spans)
            RETURNING number
            """;
        long newest = 0;
        for (var count = 0; count < Batch && _waiting.Reader.TryRead(out var piece); count++)
        {
            newest = Insert(insert, piece);
            _contents.Write(piece, newest);
            _count(piece);
        }

        using var trim = _connection.CreateCommand();
        trim.CommandText = $"DELETE FROM pieces WHERE number <= {newest - Kept}";
        trim.ExecuteNonQuery();
        _contents.Trim(newest - Kept + 1);
        transaction.Commit();
    }

    private long Insert(SqliteCommand insert, Piece piece)
    {
        var root = piece.Root;
        insert.Parameters.Clear();
        insert.Parameters.AddWithValue("$trace", piece.TraceId);
        insert.Parameters.AddWithValue("$name", root.Name);
        insert.Parameters.AddWithValue("$kind", root.Kind.ToString());
        insert.Parameters.AddWithValue("$start", SpanJson.Microseconds(root.Start));
        insert.Parameters.AddWithValue("$duration", root.Duration.Ticks / TimeSpan.TicksPerMicrosecond);
        insert.Parameters.AddWithValue("$error", (object?)root.Error ?? DBNull.Value);
        insert.Parameters.AddWithValue("$left_out", Interlocked.Exchange(ref _leftOut, 0));
        insert.Parameters.AddWithValue("$spans", SpanJson.Write(piece.Spans));
        return (long)insert.ExecuteScalar()!;
    }
}
