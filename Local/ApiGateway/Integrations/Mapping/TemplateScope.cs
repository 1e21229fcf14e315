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
    public static Dictionary<string, object?> For(Exchange exchange, string body) => new()
    {
        ["input"] = new InputVariable(
            body,
            Map(exchange.PathParameters),
            Map(Last(QueryString.Parse(exchange.Request.RawQuery))),
            Map(Last(EventHeaders.For(exchange)))),
        ["context"] = ContextObject.For(exchange),
        ["stageVariables"] = Map(exchange.Stage!.Variables),
        ["util"] = Util,
    };

    private static IEnumerable<KeyValuePair<string, string>> Last(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values) =>
        values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value[^1]));

    private static JavaMap Map(IEnumerable<KeyValuePair<string, string>> values)
    {
        var map = new JavaMap { MissingIsEmpty = true };
        foreach (var (key, value) in values)
        {
            map.Put(key, value);
        }

        return map;
    }
}
