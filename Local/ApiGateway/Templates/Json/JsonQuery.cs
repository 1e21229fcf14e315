namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>One use of a path: the document, and how much of it was looked at, so that no path holds the runner up.</summary>
/// <param name="root">The document.</param>
internal sealed class JsonQuery(object? root)
{
    private const int MostVisits = 5_000_000;

    private int _visits;

    /// <summary>The document.</summary>
    public object? Root => root;

    /// <summary>Counts a value that is looked at.</summary>
    public object? Visit(object? value) =>
        ++_visits > MostVisits ? throw new TemplateException("a JSONPath expression looks at too much") : value;
}
