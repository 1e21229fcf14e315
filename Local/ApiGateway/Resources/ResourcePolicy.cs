using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>
/// The resource policy of a REST API, in which <c>execute-api:/stage/METHOD/path</c> is short for the API's own ARN
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html).
/// </summary>
internal static class ResourcePolicy
{
    private const string Short = "execute-api:/";

    /// <summary>The policy with full ARNs; null: there is none.</summary>
    /// <exception cref="StartupException">Something in it is malformed or not supported.</exception>
    public static JsonNode? Read(TemplateResource resource, string apiId, JsonNode? policy, IIdentities identities)
    {
        if (policy is null)
        {
            return null;
        }

        var full = Expand(policy, apiId)!;
        identities.Check(full, resource.Place);
        return full;
    }

    private static JsonNode? Expand(JsonNode? node, string apiId) => node switch
    {
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Expand(member.Value, apiId)))),
        JsonArray items => new JsonArray([.. items.Select(item => Expand(item, apiId))]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(Short, StringComparison.Ordinal) =>
            Account.Arn("execute-api", $"{apiId}/{text[Short.Length..]}"),
        _ => node?.DeepClone(),
    };
}
