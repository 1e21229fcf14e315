using System.Globalization;
using Constructs;

namespace Lexicon.Infra;

/// <summary>Values of the context (<c>-c name=value</c>, or <c>cdk.json</c>), read strictly: what options.json does not allow is refused.</summary>
internal sealed class Context(Node node)
{
    /// <summary>A text; null where nothing, or nothing but space, is said.</summary>
    public string? Text(string name)
    {
        var text = Convert.ToString(node.TryGetContext(name), CultureInfo.InvariantCulture)?.Trim();
        return string.IsNullOrEmpty(text) ? null : ContextOption.Named(name).Checked(text);
    }

    /// <summary>One of the words that are declared, the first of which is meant where nothing is said.</summary>
    public string OneOf(string name) => Text(name) ?? ContextOption.Named(name).Values[0];

    /// <summary><c>true</c> or <c>false</c>, which is meant where nothing is said.</summary>
    public bool Flag(string name) => OneOf(name) == "true";

    /// <summary>A list with commas in between.</summary>
    public IReadOnlyList<string> List(string name) => Text(name) is { } text ? ContextOption.Parts(text) : [];

    /// <summary>A number.</summary>
    public double? Number(string name) => Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
