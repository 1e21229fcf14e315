namespace Lexicon.Local.CloudWatchLogs.Reading;

/// <summary>What functions have logged, read from the files below the data folder as they grow.</summary>
/// <param name="folder">The folder of all groups.</param>
/// <param name="asked">The end of a function's name, in whatever case; null for all functions.</param>
internal sealed class FunctionLogs(string folder, string? asked)
{
    private const string Prefix = "/aws/lambda/";
    private readonly Dictionary<string, GrowingFile> _files = [];

    /// <summary>Whether all events are of one function.</summary>
    public bool IsOfOne => asked is not null;

    /// <summary>What to tell a person who asks for a function that has logged nothing; null when it has.</summary>
    public string? Missing
    {
        get
        {
            var all = Functions().ToList();
            return all.Any(function => IsAsked(function.Name)) ? null
                : asked is null ? "No function has logged anything yet; what they log will be here"
                : $"{asked} has logged nothing yet; what it logs will be here"
                    + (all.Count > 0 ? $" (there is something of {string.Join(", ", all.Select(function => Short(function.Name)))})" : "");
        }
    }

    /// <summary>The events that were written since the last call, oldest first.</summary>
    public IReadOnlyList<FunctionEvent> ReadNew() =>
    [
        .. Functions()
            .Where(function => IsAsked(function.Name))
            .SelectMany(function => LogStream.In(function.Folder)
                .SelectMany(stream => FileOf(stream).ReadNew())
                .Select(line => new FunctionEvent(
                    Short(function.Name), DateTimeOffset.FromUnixTimeMilliseconds(line.Timestamp), line.Message)))
            .OrderBy(logged => logged.Time),
    ];

    private static string Short(string function) => function[(function.LastIndexOf('-') + 1)..];

    private IEnumerable<(string Name, string Folder)> Functions() => !Directory.Exists(folder) ? [] :
        Directory.EnumerateDirectories(folder)
            .Select(path => (Group: FileNames.Decode(Path.GetFileName(path)), path))
            .Where(group => group.Group.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(group => (group.Group[Prefix.Length..], group.path))
            .OrderBy(group => group.path, StringComparer.Ordinal);

    private bool IsAsked(string function) =>
        asked is null || function.Equals(asked, StringComparison.OrdinalIgnoreCase)
        || Short(function).Equals(asked, StringComparison.OrdinalIgnoreCase);

    private GrowingFile FileOf(LogStream stream)
    {
        if (!_files.TryGetValue(stream.File, out var file))
        {
            _files[stream.File] = file = new GrowingFile(stream.File);
        }

        return file;
    }
}
