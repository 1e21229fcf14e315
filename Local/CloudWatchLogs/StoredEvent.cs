using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Local.CloudWatchLogs;

/// <summary>An event as it lies in the file of its stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Line">The number of its line in the file, from 0.</param>
/// <param name="Timestamp">Milliseconds since 1970.</param>
/// <param name="Message">What was written.</param>
internal sealed record StoredEvent(string Stream, int Line, long Timestamp, string Message)
{
    /// <summary>
    /// Its id, which stays the same: 56 digits, as CloudWatch Logs has them, in the order of time, then of streams, then of lines.
    /// </summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Timestamp:D20}{OrdinalOf(Stream):D20}{Line:D16}");

    /// <summary>The events of a stream's file in the order in which they were written.</summary>
    public static IEnumerable<StoredEvent> ReadAll(LogStream stream) => LogLine.ReadAll(stream.File, stream.Name)
        .Select((logged, line) => new StoredEvent(stream.Name, line, logged.Time.ToUnixTimeMilliseconds(), logged.Message));

    // Names have no numbers; the same name has the same one in each run.
    private static ulong OrdinalOf(string stream) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(stream)));
}
