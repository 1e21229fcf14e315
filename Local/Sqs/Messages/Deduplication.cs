using System.Globalization;

namespace Lexicon.Local.Sqs.Messages;

/// <summary>
/// What a FIFO queue has taken within the last five minutes, kept on disk: a message with the same deduplication id is accepted and
/// not delivered (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html).
/// </summary>
internal sealed class Deduplication(string file)
{
    private const int LinesUntilCompaction = 10_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private Dictionary<string, Taken>? _taken;
    private int _lines;

    /// <summary>The message that an id was taken with; null when there was none within the interval.</summary>
    public Taken? Find(string key, DateTimeOffset now) =>
        Known().TryGetValue(key, out var taken) && taken.At + Interval > now ? taken : null;

    /// <summary>Keeps an id.</summary>
    public void Add(string key, Taken taken)
    {
        Known()[key] = taken;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (++_lines > LinesUntilCompaction)
        {
            Compact(taken.At);
            return;
        }

        File.AppendAllText(file, Line(key, taken));
    }

    private static string Line(string key, Taken taken) => string.Create(
        CultureInfo.InvariantCulture, $"{taken.At.UtcTicks} {taken.MessageId} {taken.SequenceNumber} {key}\n");

    private void Compact(DateTimeOffset now)
    {
        _taken = Known().Where(one => one.Value.At + Interval > now).ToDictionary();
        _lines = _taken.Count;
        var written = file + ".next";
        File.WriteAllText(written, string.Concat(_taken.Select(one => Line(one.Key, one.Value))));
        File.Move(written, file, overwrite: true);
    }

    private Dictionary<string, Taken> Known()
    {
        if (_taken is null)
        {
            _taken = [];
            foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
            {
                _lines++;
                if (line.Split(' ', 4) is [var ticks, var id, var sequence, var key]
                    && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at))
                {
                    _taken[key] = new(id, sequence, new DateTimeOffset(at, TimeSpan.Zero));
                }
            }
        }

        return _taken;
    }

    /// <summary>A message that was taken.</summary>
    /// <param name="MessageId">Its id.</param>
    /// <param name="SequenceNumber">Its number.</param>
    /// <param name="At">When.</param>
    internal sealed record Taken(string MessageId, string SequenceNumber, DateTimeOffset At);
}
