using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// The URI of an integration with a service (https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html):
/// <c>arn:aws:apigateway:REGION:SUBDOMAIN.SERVICE:path/PATH</c> or <c>...:action/NAME&amp;PARAMETERS</c>.
/// </summary>
/// <param name="Service">The service, such as <c>sqs</c>.</param>
/// <param name="Subdomain">What precedes its host name, such as a bucket; null: nothing.</param>
/// <param name="Path">The path with its slash in front.</param>
/// <param name="Action">The action; null where there is a path.</param>
internal sealed partial record AwsServiceUri(string Service, string? Subdomain, string Path, string? Action)
{
    /// <summary>Reads one; null: it is another URI.</summary>
    public static AwsServiceUri? Parse(string uri)
    {
        if (Form().Match(uri) is not { Success: true } match)
        {
            return null;
        }

        var subdomain = match.Groups["subdomain"] is { Success: true, Value: var value } ? value : null;
        var rest = match.Groups["rest"].Value;
        return match.Groups["kind"].Value is "action"
            ? new(match.Groups["service"].Value, subdomain, "/", rest)
            : new(match.Groups["service"].Value, subdomain, $"/{rest.TrimStart('/')}", null);
    }

    [GeneratedRegex(
        "^arn:aws[a-z-]*:apigateway:[^:]+:(?:(?<subdomain>[^:]+)\\.)?(?<service>[^:.]+):(?<kind>path|action)/(?<rest>.*)$",
        RegexOptions.Singleline)]
    private static partial Regex Form();
}
