using Lexicon.Local.ApiGateway.Templates.Variables;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>What an integration is asked: the request after all mappings.</summary>
/// <param name="Body">The body after its template.</param>
/// <param name="ContentType">The media type of the body.</param>
internal sealed record IntegrationRequest(ReadOnlyMemory<byte> Body, string ContentType)
{
    /// <summary>The path parameters of the URI.</summary>
    public Dictionary<string, string> Path { get; } = [];

    /// <summary>The query parameters, each with its values.</summary>
    public OrderedDictionary<string, IReadOnlyList<string>> Query { get; } = [];

    /// <summary>The headers, each with its values.</summary>
    public Dictionary<string, IReadOnlyList<string>> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last value of a header, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;

    /// <summary>Puts what the template overrides in the place of what was mapped.</summary>
    public void Apply(Overrides overrides)
    {
        foreach (var (name, value) in overrides.RequestPath.Entries)
        {
            Path[name] = Overrides.Text(value);
        }

        foreach (var (name, value) in overrides.RequestQuery.Entries)
        {
            Query[name] = [Overrides.Text(value)];
        }

        foreach (var (name, value) in overrides.RequestHeaders.Entries)
        {
            Headers[name] = [Overrides.Text(value)];
        }
    }
}
