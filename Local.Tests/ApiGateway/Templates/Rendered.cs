using Lexicon.Local.ApiGateway.Templates;
using Lexicon.Local.ApiGateway.Templates.Values;
using Lexicon.Local.ApiGateway.Templates.Variables;

namespace Lexicon.Local.Tests.ApiGateway.Templates;

/// <summary>Renders a template with a payload and the parameters of a request.</summary>
internal static class Rendered
{
    public static string With(string template, string body = "") => Template.Parse(template).Render(
        new Dictionary<string, object?>
        {
            ["input"] = new InputVariable(
                body,
                Map(("id", "from-path"), ("shared", "path")),
                Map(("page", "2"), ("shared", "query")),
                Map(("Accept", "text/html"), ("shared", "header"))),
            ["util"] = new UtilVariable(),
            ["context"] = Map(("stage", "dev")),
            ["stageVariables"] = Map(("color", "blue")),
        });

    private static JavaMap Map(params (string Key, string Value)[] entries)
    {
        var map = new JavaMap { MissingIsEmpty = true };
        foreach (var (key, value) in entries)
        {
            map.Put(key, value);
        }

        return map;
    }
}
