using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.Templates.Values;
using Lexicon.Local.ApiGateway.Templates.Variables;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// What a client gets of a backend's response: the first integration response whose pattern matches, else the default one; its
/// headers, its template for what the client accepts first, for JSON or the first one, and what that template overrides
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html).
/// </summary>
internal sealed class ResponseMapping(IReadOnlyList<ResponseRule> rules)
{
    private const string Json = "application/json";
    private const string ContentType = "Content-Type";

    /// <summary>The response for the client.</summary>
    public ApiResponse Map(Exchange exchange, BackendResponse response)
    {
        var rule = Select(response) ?? throw IntegrationFailedException.NoMatch(response.Status);
        var (mediaType, template) = Template(exchange, rule);
        var body = ResponseBody.Make(exchange, response, rule, template);
        var headers = Headers(exchange, response, rule);
        if (!headers.Exists(header => Is(header, ContentType)))
        {
            headers.Insert(0, new(ContentType, mediaType));
        }

        if (headers.Find(header => !ProxyHeaders.IsValid(header.Key, header.Value)) is { Key: { } invalid })
        {
            throw IntegrationFailedException.Misconfigured($"Invalid value of the response header '{invalid}'");
        }

        return new(exchange.Overrides.Status ?? rule.Status, [.. ProxyHeaders.Pass(headers), .. response.Passed], body);
    }

    // Where several patterns match, the one for the very status of the backend comes first, as on AWS.
    private ResponseRule? Select(BackendResponse response) => rules
        .Where(rule => !rule.IsDefault && JavaRegex.Matches(response.Selection, rule.SelectionPattern!))
        .OrderByDescending(rule => rule.Status == response.Status)
        .FirstOrDefault() ?? rules.FirstOrDefault(rule => rule.IsDefault);

    private static (string MediaType, MappingTemplate? Template) Template(Exchange exchange, ResponseRule rule)
    {
        if (rule.Templates.Count is 0)
        {
            return (Json, null);
        }

        var accepted = MediaTypes.FirstAccepted(exchange.Request.Header("Accept")) ?? Json;
        var mediaType = new[] { accepted, Json }.FirstOrDefault(rule.Templates.ContainsKey) ?? rule.Templates.Keys.First();
        return (mediaType, rule.Templates[mediaType]);
    }

    private static List<KeyValuePair<string, string>> Headers(Exchange exchange, BackendResponse response, ResponseRule rule)
    {
        var overrides = exchange.Overrides.ResponseHeaders.Entries
            .Select(header => KeyValuePair.Create(header.Key, Overrides.Text(header.Value))).ToList();
        return
        [
            .. rule.Headers
                .Where(header => !overrides.Exists(other => Is(other, header.Key)))
                .SelectMany(header => ResponseExpression.Evaluate(header.Value, exchange, response)
                    .Select(value => KeyValuePair.Create(header.Key, value))),
            .. overrides,
        ];
    }

    private static bool Is(KeyValuePair<string, string> header, string name) =>
        header.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
