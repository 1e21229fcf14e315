using System.Net;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// Query parameters as REST APIs read them: decoded, a plus sign as a space, a semicolon separating like an ampersand
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html#api-gateway-known-issues-rest-apis).
/// </summary>
internal static class QueryString
{
    /// <summary>All values by name, in the order in which they were sent.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Parse(string query)
    {
        var parameters = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var pair in query.Split(['&', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = WebUtility.UrlDecode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..]);
            parameters[name] = parameters.TryGetValue(name, out var values) ? [.. values, value] : [value];
        }

        return parameters;
    }
}
