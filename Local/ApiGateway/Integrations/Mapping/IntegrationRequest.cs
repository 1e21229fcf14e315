using Lexicon.Local.ApiGateway.Templates.Variables;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>What an integration is asked: the request after all mappings.</summary>
/// <param name="Body">The body after its template.</param>
/// <param name="ContentType">The media type of the body.</param>
internal sealed record IntegrationRequest(ReadOnlyMemory<byte> Body, string ContentType)
{
    private const string Prefix = "integration.request.";

    /// <summary>The path parameters of the URI.</summary>
    public Dictionary<string, string> Path { get; } = [];

    /// <summary>The query parameters, each with its values.</summary>
    public OrderedDictionary<string, IReadOnlyList<string>> Query { get; } = [];

    /// <summary>The headers, each with its values.</summary>
    public Dictionary<string, IReadOnlyList<string>> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last value of a header, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;

    /// <summary>
    /// Whether a name is one of those that <see cref="Set"/> knows: <c>integration.request.header.x</c>, or path, or querystring.
    /// </summary>
    public static bool IsTarget(string target) => target.StartsWith(Prefix, StringComparison.Ordinal)
        && target[Prefix.Length..].Split('.', 2) is ["header" or "querystring" or "path", { Length: > 0 }];

    /// <summary>Sets a parameter; without a value it is left out.</summary>
    public void Set(string target, IReadOnlyList<string> values)
    {
        if (values.Count is 0)
        {
            return;
        }

        var parts = target[Prefix.Length..].Split('.', 2);
        switch (parts[0])
        {
            case "path":
                Path[parts[1]] = string.Join(',', values);
                break;
            case "querystring":
                Query[parts[1]] = values;
                break;
            default:
                Headers[parts[1]] = values;
                break;
        }
    }

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
