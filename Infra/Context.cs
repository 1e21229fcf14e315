using System.Globalization;
using Constructs;

namespace Lexicon.Infra;

/// <summary>Values of the context (<c>-c name=value</c>, or <c>cdk.json</c>), read strictly: what cannot be is refused by name.</summary>
internal sealed class Context(Node node)
{
    /// <summary>A text; null where nothing, or nothing but space, is said.</summary>
    public string? Text(string name) =>
        node.TryGetContext(name) is { } value && Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && text.Trim() is not ""
            ? text.Trim()
            : null;

    /// <summary>One of the words, the first of which is meant where nothing is said.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> words)
    {
        var text = Text(name) ?? words[0];
        return words.Contains(text)
            ? text
            : throw new RefusedContextException($"Context {name} is '{text}'; there are {string.Join(", ", words[..^1].ToArray())} and {words[^1]}.");
    }

    /// <summary><c>true</c> or <c>false</c>, which is meant where nothing is said.</summary>
    public bool Flag(string name) => OneOf(name, "false", "true") == "true";

    /// <summary>A list with commas in between.</summary>
    public IReadOnlyList<string> List(string name) =>
        Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A positive number.</summary>
    public double? Number(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new RefusedContextException($"Context {name} is '{text}'; it is a positive number.");
    }
}
