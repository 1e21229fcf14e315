using System.Text.Json;
using Lexicon.Local.ApiGateway.Templates.Json;
using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Variables;

/// <summary>
/// <c>$input</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#input-variable-reference):
/// the payload that is transformed and the parameters of the request. An empty payload is written as <c>{}</c>, as on AWS, and a path in it
/// leads to nothing; that is an empty text.
/// </summary>
/// <param name="body">The payload.</param>
/// <param name="path">The path parameters.</param>
/// <param name="query">The query parameters.</param>
/// <param name="header">The headers.</param>
internal sealed class InputVariable(string body, JavaMap path, JavaMap query, JavaMap header) : IJavaObject
{
    private readonly string _body = body.Length > 0 ? body : "{}";
    private readonly Lazy<object?> _document = new(() => Parse(body.Length > 0 ? body : "{}"));

    public bool TryGet(string name, out object? value)
    {
        value = name is "body" ? _body : null;
        return value is not null;
    }

    public bool TryCall(string name, object?[] arguments, Rendering rendering, out object? value)
    {
        value = (name, arguments) switch
        {
            ("path", [string]) when body.Length is 0 => "",
            ("path", [string expression]) => Find(expression, rendering, out var found) ? found ?? "" : "",
            ("json", [string expression]) => Find(expression, rendering, out var found) ? Rendering.Bounded(JavaText.Json(found)) : "\"\"",
            ("params", []) => Parameters(),
            ("params", [{ } parameter]) => Parameter(JavaText.Of(parameter, rendering)),
            ("getBody", []) => _body,
            _ => null,
        };
        return value is not null;
    }

    // What is not JSON is a text.
    private static object? Parse(string text)
    {
        try
        {
            return JsonObjects.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private bool Find(string expression, Rendering rendering, out object? found) =>
        JsonPath.Parse(expression).TryFind(_document.Value, rendering, out found);

    private JavaMap Parameters()
    {
        var all = new JavaMap { MissingIsEmpty = true };
        all.Put("path", path);
        all.Put("querystring", query);
        all.Put("header", header);
        return all;
    }

    // In this order, as the page says.
    private object? Parameter(string name) =>
        new[] { path, query, header }.FirstOrDefault(parameters => parameters.Has(name))?.Get(name) ?? "";
}
