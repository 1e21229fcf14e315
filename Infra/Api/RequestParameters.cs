using System.Text.RegularExpressions;
using Lexicon.Functions;

namespace Lexicon.Infra.Api;

/// <summary>
/// The parameters of a route as API Gateway knows them, with whether a request needs them. What stands in the path does; of the
/// rest the handlers know better what is missing: a request without <c>If-Match</c> is answered 428 by them, not 400 here. See
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html.
/// </summary>
internal static partial class RequestParameters
{
    /// <summary>All of them.</summary>
    public static Dictionary<string, bool> For(Route route) => new(
    [
        .. PathParameter().Matches(route.Path).Select(match => KeyValuePair.Create($"method.request.path.{match.Groups[1].Value}", true)),
        .. route.Query.Select(name => KeyValuePair.Create($"method.request.querystring.{name}", false)),
        .. route.Headers.Select(name => KeyValuePair.Create($"method.request.header.{name}", false)),
    ]);

    /// <summary>The path of a route with * in the place of each parameter: any value of it, as IAM has it.</summary>
    public static string AnyValueIn(string path) => PathParameter().Replace(path, "*");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter();
}
