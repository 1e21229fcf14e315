using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.Templates.Values;
using Lexicon.Local.ApiGateway.Templates.Variables;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// The variables of the templates of REST APIs
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html).
/// </summary>
internal static class TemplateScope
{
    private static readonly UtilVariable Util = new();

    /// <summary>The variables of a template for a body.</summary>
    public static Dictionary<string, object?> For(Exchange exchange, string body) => Of(
        new InputVariable(
            body,
            Map(exchange.PathParameters),
            Map(Last(QueryString.Parse(exchange.Request.RawQuery))),
            Map(Last(EventHeaders.For(exchange)))),
        ContextObject.For(exchange),
        exchange.Stage!.Variables);

    /// <summary>The variables with these values.</summary>
    public static Dictionary<string, object?> Of(
        InputVariable input, JavaMap context, IReadOnlyDictionary<string, string> stageVariables) => new()
        {
            ["input"] = input,
            ["context"] = context,
            ["stageVariables"] = Map(stageVariables),
            ["util"] = Util,
        };

    /// <summary>Texts as a map, as API Gateway gives it to templates.</summary>
    public static JavaMap Map(IEnumerable<KeyValuePair<string, string>> values)
    {
        var map = new JavaMap { MissingIsEmpty = true };
        foreach (var (key, value) in values)
        {
            map.Put(key, value);
        }

        return map;
    }

    /// <summary>The last value of each name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Last(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values) =>
        values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value[^1]));
}
