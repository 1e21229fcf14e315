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
    private const int KeptBeyond = 1_000;

    // A transaction costs as much as the rows of many requests, and nobody looks at a request within this time.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(25);

    private readonly Channel<Piece> _waiting = Channel.CreateBounded<Piece>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly SqliteConnection _connection;
    private readonly RowInsert _insert;
    private readonly ContentWriter _contents;
    private readonly Action<Piece> _count;
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _leftOut;
    private long _newest;
    private long _trimmed;

    /// <summary>Writes until it is disposed.</summary>
    /// <param name="path">The run's file.</param>
    /// <param name="count">Counts each piece that is written; null: nobody does.</param>
    public PieceWriter(string path, Action<Piece>? count = null)
    {
        _count = count ?? (_ => { });
        _connection = RunFile.Open(path, SqliteOpenMode.ReadWrite);
        _insert = new RowInsert(
            _connection, "pieces", "trace", "name", "kind", "start", "duration", "error", "left_out", "spans");
        _contents = new ContentWriter(_connection);
        Background.StartTask("Keeping traces", RunAsync);
    }

    /// <summary>Takes a piece; where too many wait already it is counted and left out.</summary>
    public void Add(Piece piece)
    {
        if (!_waiting.Writer.TryWrite(piece))
        {
            LeaveOut();
        }
    }

    /// <summary>Counts one that was left out.</summary>
    public void LeaveOut() => Interlocked.Increment(ref _leftOut);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _ending.CancelAsync();
        await _ended.Task;
        _contents.Dispose();
        _insert.Dispose();
        await _connection.DisposeAsync();
        SqliteConnection.ClearPool(_connection);
        _ending.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await Task.Yield();
            while (await _waiting.Reader.WaitToReadAsync())
            {
                await Task.Delay(Gathering, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        _insert.Transaction = transaction;
        _contents.Transaction = transaction;
        for (var count = 0; count < Batch && _waiting.Reader.TryRead(out var piece); count++)
        {
            _newest = Insert(piece);
            _contents.Write(piece, _newest);
            _count(piece);
        }

        if (_newest - _trimmed >= Kept + KeptBeyond)
        {
            Trim(_newest - Kept);
        }

        _contents.Trim(_trimmed + 1);
        transaction.Commit();
    }

    private void Trim(long last)
    {
        using var trim = _connection.CreateCommand();
        trim.CommandText = $"DELETE FROM pieces WHERE number <= {last}";
        trim.ExecuteNonQuery();
        _trimmed = last;
    }

    private long Insert(Piece piece)
    {
        var root = piece.Root;
        return _insert.Run(
            piece.TraceId, root.Name, root.Kind.ToString(), SpanJson.Microseconds(root.Start),
            root.Duration.Ticks / TimeSpan.TicksPerMicrosecond, root.Error, Interlocked.Exchange(ref _leftOut, 0),
            SpanJson.Write(piece.Spans));
    }
}
