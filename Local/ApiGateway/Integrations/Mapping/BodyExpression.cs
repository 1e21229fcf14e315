using System.Text;
using System.Text.Json;
using Lexicon.Local.ApiGateway.Templates;
using Lexicon.Local.ApiGateway.Templates.Json;
using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// Expressions that read a body
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html). A body that begins like JSON
/// must be JSON, for all of it, too; in another one no path leads anywhere.
/// </summary>
internal static class BodyExpression
{
    /// <summary>The values; null: the body begins like JSON and is not JSON.</summary>
    /// <param name="path">What follows <c>body</c>: nothing, or a dot and a path.</param>
    /// <param name="body">The body.</param>
    public static IReadOnlyList<string>? Evaluate(string path, ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        try
        {
            var document = text.AsSpan().TrimStart() is ['{' or '[' or '"' or '\'', ..] ? JsonObjects.Parse(text) : null;
            return path.Length > 0 ? Find(document, path[1..]) : text.Length > 0 ? [text] : [];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a path leads to in a body of JSON; nothing in another one.</summary>
    public static IReadOnlyList<string> Find(string body, string path)
    {
        try
        {
            return Find(JsonObjects.Parse(body), path);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Find(object? document, string path)
    {
        try
        {
            var rendering = new Rendering(new Dictionary<string, object?>());
            return document is null || !JsonPath.Parse(path).TryFind(document, rendering, out var found) || found is null ? []
                : found is string text ? [text]
                : [JavaText.Json(found)];
        }
        catch (TemplateException)
        {
            return [];
        }
    }
}
