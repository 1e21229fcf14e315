using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>
/// Puts the runner's address in place of an API's own, <c>https://ID.execute-api.REGION.amazonaws.com</c> or <c>wss://...</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html), where a template has it in a property: what a
/// function or a page is told leads to AWS when it is deployed, and to the runner here. Only APIs of the templates have one. The address
/// of the Region's identity pools, which pages call without the AWS SDK and its <c>AWS_ENDPOINT_URL</c>, is another.
/// </summary>
internal sealed partial class InvokeAddresses(Endpoints endpoints, IEnumerable<ResourceNode> nodes)
{
    private const string IdentityPools = $"https://cognito-identity.{Account.Region}.amazonaws.com";
    private const string RestApi = "AWS::ApiGateway::RestApi";
    private const string WebSocketApi = "AWS::ApiGatewayV2::Api";

    /// <summary>The properties with each address replaced.</summary>
    public JsonNode? Replace(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    SetIfChanged(value, changed => members[name] = changed);
                }

                return members;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    var at = i;
                    SetIfChanged(items[i], changed => items[at] = changed);
                }

                return items;
            case JsonValue text when text.TryGetValue<string>(out var value)
                && value.Contains(".execute-api.", StringComparison.Ordinal):
                return Address().Replace(value, Replace);
            case JsonValue text when text.TryGetValue<string>(out var value)
                && value.Contains(IdentityPools, StringComparison.Ordinal):
                return value.Replace(IdentityPools, endpoints.Aws.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
            default:
                return node;
        }
    }

    private void SetIfChanged(JsonNode? value, Action<JsonNode?> set)
    {
        var replaced = Replace(value);
        if (!ReferenceEquals(replaced, value))
        {
            set(replaced);
        }
    }

    private string Replace(Match match)
    {
        var id = match.Groups["id"].Value;
        var type = nodes.FirstOrDefault(node => node.Provisioned?.Ref == id)?.Type.Name;
        if (type is not (RestApi or WebSocketApi))
        {
            return match.Value;
        }

        // Names below localhost are not known to every resolver, so the bare one is used wherever it is enough.
        var scheme = match.Groups["scheme"].Value == "wss" ? "ws" : "http";
        var host = nodes.Count(node => node.Type.Name == type) == 1 ? "localhost" : $"{id}.execute-api.localhost";
        return $"{scheme}://{host}:{endpoints.Api.Port}";
    }

    [GeneratedRegex(@"(?<scheme>https|wss)://(?<id>[a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com")]
    private static partial Regex Address();
}
