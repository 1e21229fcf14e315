namespace Lexicon.Local.CloudWatchLogs;

/// <summary>A stream of a group: a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">The file, which is there.</param>
internal sealed record LogStream(string Name, string File)
{
    /// <summary>When it was made: with its first event.</summary>
    public DateTimeOffset Created =>
        LogLine.ReadAll(File, Name).Select(logged => logged.Time).FirstOrDefault(System.IO.File.GetLastWriteTimeUtc(File));

    /// <summary>The streams of a group's folder, by name.</summary>
    public static IReadOnlyList<LogStream> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*.jsonl")
            .Select(file => new LogStream(FileNames.Decode(Path.GetFileNameWithoutExtension(file)), file))
            .OrderBy(stream => stream.Name, StringComparer.Ordinal),
    ];
}
