using System.Text;

namespace Lexicon.Local.CloudWatchLogs.Reading;

/// <summary>The file of a stream, read from where the last reading ended. A line is read once its end is there.</summary>
internal sealed class GrowingFile(string path)
{
    private long _read;

    /// <summary>The lines that came.</summary>
    public IReadOnlyList<LogLine> ReadNew()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length <= _read)
            {
                return [];
            }

            file.Position = _read;
            var bytes = new byte[file.Length - _read];
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var end = bytes.AsSpan(0, count).LastIndexOf((byte)'\n') + 1;
            _read += end;
            return
            [
                .. Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(LogLine.Parse)
                    .OfType<LogLine>(),
            ];
        }
        catch (IOException)
        {
            // Its retention is over, or the disk is another's for a moment: the next reading tells.
            return [];
        }
    }
}
