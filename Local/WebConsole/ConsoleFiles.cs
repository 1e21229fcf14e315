namespace Lexicon.Local.WebConsole;

/// <summary>The files of <c>Pages</c>, which are part of the program, and the libraries from npm that they use.</summary>
/// <param name="nodeModules">Where npm's packages are.</param>
internal sealed class ConsoleFiles(string nodeModules)
{
    private const string Stem = "Console";

    // Each by its address: the page's own files need no entry.
    private static readonly Dictionary<string, string> Libraries = new()
    {
        ["/lib/elk.js"] = "elkjs/lib/elk.bundled.js",
    };

    // By address: on Windows the names have backslashes.
    private static readonly Dictionary<string, string> Own = typeof(ConsoleFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith($"{Stem}/", StringComparison.Ordinal))
        .ToDictionary(name => name[Stem.Length..].Replace('\\', '/'));

    /// <summary>The content at a path, and its type; null where there is nothing.</summary>
    public (Stream Content, string Type)? Open(string path)
    {
        var name = path == "/" ? "/index.html" : path;
        if (ContentType(name) is not { } type)
        {
            return null;
        }

        if (Own.TryGetValue(name, out var own))
        {
            return (typeof(ConsoleFiles).Assembly.GetManifestResourceStream(own)!, type);
        }

        return Libraries.TryGetValue(name, out var library) && Path.Combine(nodeModules, library) is var file && File.Exists(file)
            ? (File.OpenRead(file), type)
            : null;
    }

    /// <summary>The content type of a file by its name; null where it is none of the console.</summary>
    private static string? ContentType(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
