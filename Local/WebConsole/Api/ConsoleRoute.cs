using System.Text.Json.Nodes;

namespace Lexicon.Local.WebConsole.Api;

/// <summary>One operation of the console's API.</summary>
/// <param name="Method">GET for what changes nothing, else POST.</param>
/// <param name="Path">Below the prefix, such as <c>/traces/{id}</c>.</param>
/// <param name="Summary">What it returns or does, a sentence.</param>
/// <param name="Run">Does it.</param>
internal sealed record ConsoleRoute(string Method, string Path, string Summary, Func<ConsoleCall, Task<JsonNode>> Run)
{
    /// <summary>The parameters of the query, each with what it means.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>The members of the body, each with what it means; empty: it has none.</summary>
    public IReadOnlyDictionary<string, string> Body { get; init; } = new Dictionary<string, string>();

    /// <summary>The names of the parameters in the path.</summary>
    public IEnumerable<string> PathParameters => Path.Split('/').Where(IsParameter).Select(part => part[1..^1]);

    /// <summary>Something that is read at once.</summary>
    public static ConsoleRoute Get(string path, string summary, Func<ConsoleCall, JsonNode> read) =>
        new("GET", path, summary, call => Task.FromResult(read(call)));

    /// <summary>Something that is read by and by.</summary>
    public static ConsoleRoute Get(string path, string summary, Func<ConsoleCall, Task<JsonNode>> read) => new("GET", path, summary, read);

    /// <summary>Something that changes the cloud, or costs it work.</summary>
    public static ConsoleRoute Post(string path, string summary, Func<ConsoleCall, Task<JsonNode>> run) => new("POST", path, summary, run);

    /// <summary>What a path says for the parameters; null where it is another path.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var (mine, theirs) = (Path.Split('/'), path.Split('/'));
        if (mine.Length != theirs.Length)
        {
            return null;
        }

        Dictionary<string, string> values = [];
        foreach (var (part, given) in mine.Zip(theirs))
        {
            if (IsParameter(part))
            {
                values[part[1..^1]] = Uri.UnescapeDataString(given);
            }
            else if (part != given)
            {
                return null;
            }
        }

        return values;
    }

    private static bool IsParameter(string part) => part.StartsWith('{');
}
