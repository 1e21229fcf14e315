namespace Lexicon.Local.EventBridge;

/// <summary>The buses of the account: the default one, and those of the templates.</summary>
internal sealed class EventBuses
{
    /// <summary>The bus that every account has.</summary>
    public const string Default = "default";

    private readonly SortedSet<string> _names = new(StringComparer.Ordinal) { Default };

    /// <summary>The names of all of them.</summary>
    public IEnumerable<string> Names => _names;

    /// <summary>Whether a character can be in the name of a bus, a rule or a target.</summary>
    public static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_';

    /// <summary>Adds a bus.</summary>
    /// <returns>False when there is one of that name.</returns>
    public bool Add(string name) => _names.Add(name);

    /// <summary>Whether there is a bus of that name.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>The name of the bus that a name or an ARN means.</summary>
    public static string NameOf(string? nameOrArn) =>
        nameOrArn is null ? Default : nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];

    /// <summary>The ARN of a bus.</summary>
    public static string ArnOf(string name) => Account.Arn("events", $"event-bus/{name}");
}
