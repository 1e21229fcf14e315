using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>
/// A JSONPath expression as API Gateway understands it (https://goessner.net/articles/JsonPath/, in the dialect of Jayway's
/// library, https://github.com/json-path/JsonPath): one that can match several places gives a list.
/// </summary>
internal sealed class JsonPath
{
    // More results than a body of 10 MB has values that anybody wants.
    private const int MostResults = 100_000;

    private readonly IReadOnlyList<JsonPathStep> _steps;
    private readonly string? _function;

    private JsonPath(IReadOnlyList<JsonPathStep> steps, string? function) => (_steps, _function) = (steps, function);

    /// <summary>Reads an expression; a path without <c>$</c> begins there, too.</summary>
    /// <exception cref="TemplateException">It is not valid.</exception>
    public static JsonPath Parse(string text)
    {
        var reader = new JsonPathReader(text);
        return new(reader.ReadSteps(), reader.Function);
    }

    /// <summary>Finds what the path leads to. False: nothing is there.</summary>
    public bool TryFind(object? root, Rendering rendering, out object? value)
    {
        var query = new JsonQuery(root, rendering);
        List<object?> found = [root];
        var isDefinite = true;
        foreach (var step in _steps)
        {
            isDefinite &= step.IsDefinite;
            found = [.. found.SelectMany(one => step.Select(one, query)).Take(MostResults)];
        }

        value = isDefinite ? found.FirstOrDefault() : new JavaList(found) { IsJson = true };
        if (_function is not null)
        {
            value = value is JavaList list ? list.Count : value is JavaMap map ? map.Count : null;
            return value is not null;
        }

        return !isDefinite || found.Count > 0;
    }
}
