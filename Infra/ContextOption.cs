using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Infra;

/// <summary>A name of the context and what it may say, as options.json declares it.</summary>
internal sealed record ContextOption
{
    /// <summary>All there are, in the order of the file.</summary>
    public static IReadOnlyDictionary<string, ContextOption> All { get; } = Load();

    /// <summary>The words that it may be, the first of which is meant where nothing is said; none: any text.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether it is a list with commas in between.</summary>
    public bool List { get; init; }

    /// <summary>What the text, or each of the list, is like; null: like anything.</summary>
    public string? Pattern { get; init; }

    /// <summary>What is said of one that is not, behind the option's name; <c>{0}</c> is it.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>What it asks for.</summary>
    public required string Description { get; init; }

    /// <summary>What there is without it; null: the first of the values.</summary>
    public string? Without { get; init; }

    private string Name { get; init; } = "";

    /// <summary>The option with this name, which is declared.</summary>
    public static ContextOption Named(string name) => All[name];

    /// <summary>The parts of a list.</summary>
    public static IReadOnlyList<string> Parts(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A value that it may have. check-options.mjs says the same before anything is built.</summary>
    /// <exception cref="RefusedContextException">It may not.</exception>
    public string Checked(string text)
    {
        IReadOnlyList<string> each = List ? Parts(text) : [text];
        return each.FirstOrDefault(one => !Allows(one)) switch
        {
            null => text,
            { } wrong when Values.Count > 0 => throw new RefusedContextException(
                $"Context {Name} is '{wrong}'; there are {string.Join(", ", Values.SkipLast(1))} and {Values[^1]}."),
            { } wrong => throw new RefusedContextException($"Context {Name} {Refusal.Replace("{0}", wrong, StringComparison.Ordinal)}"),
        };
    }

    private bool Allows(string one) => Values.Count > 0 ? Values.Contains(one) : Pattern is null || Regex.IsMatch(one, Pattern);

    private static Dictionary<string, ContextOption> Load()
    {
        using var file = typeof(ContextOption).Assembly.GetManifestResourceStream("options.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, ContextOption>>(file, JsonSerializerOptions.Web)!
            .ToDictionary(option => option.Key, option => option.Value with { Name = option.Key });
    }
}
