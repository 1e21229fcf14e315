using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map;

/// <summary>What the policies of a role allow, to which places.</summary>
internal sealed class Grants(IReadOnlyList<ResourceNode> nodes, IReadOnlyDictionary<ResourceNode, Place> places)
{
    /// <summary>The statements of a role's policies, as the templates have them, resolved.</summary>
    public IEnumerable<JsonObject> StatementsOf(string roleArn) => nodes
        .Where(node => node.TypeName switch
        {
            "AWS::IAM::Role" => node.Provisioned?.Attributes.GetValueOrDefault("Arn")?.ToString() == roleArn,
            "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy" => node.Resource?.Properties["Roles"] is JsonArray roles
                && roles.Any(role => role?.ToString() == roleArn[(roleArn.LastIndexOf('/') + 1)..]),
            _ => false,
        })
        .SelectMany(node => Documents(node.Resource!.Properties))
        .SelectMany(document => Many(document?["Statement"]))
        .OfType<JsonObject>();

    /// <summary>The places that a role may call, each with the actions that it may.</summary>
    public IEnumerable<(Place Place, string Label)> Of(string roleArn) => StatementsOf(roleArn)
        .Where(statement => statement["Effect"]?.ToString() == "Allow")
        .SelectMany(statement => Targets(statement)
            .Select(place => (Place: place, Actions: Many(statement["Action"]).Select(one => one!.ToString()))))
        .GroupBy(grant => grant.Place)
        .Select(group => (group.Key, string.Join(", ", group.SelectMany(grant => grant.Actions).Distinct().Order(StringComparer.Ordinal))));

    /// <summary>
    /// Whether a role may call a method of an API, as its statements say; what they deny counts, their conditions do not.
    /// </summary>
    /// <param name="roleArn">The role.</param>
    /// <param name="method">The ARN of the method.</param>
    public bool MayInvoke(string roleArn, string method)
    {
        var about = StatementsOf(roleArn)
            .Where(statement =>
                Many(statement["Action"]).Any(action => Wildcard.IsMatch($"{action}", "execute-api:Invoke", ignoreCase: true))
                && Many(statement["Resource"]).Any(resource => Wildcard.IsMatch($"{resource}", method)))
            .Select(statement => $"{statement["Effect"]}").ToList();
        return about.Count > 0 && !about.Contains("Deny");
    }

    /// <summary>A value that may be one or a list.</summary>
    public static IEnumerable<JsonNode?> Many(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list,
        _ => Enumerable.Repeat<JsonNode?>(node, 1),
    };

    /// <summary>What a policy names: an API by the address at which it is called.</summary>
    public static string? ArnOf(Place place) => place.Type switch
    {
        "AWS::ApiGatewayV2::Api" or "AWS::ApiGateway::RestApi" => Account.Arn("execute-api", place.Node.Provisioned!.Ref),
        "AWS::CloudFront::Distribution" => Account.GlobalArn("cloudfront", $"distribution/{place.Node.Provisioned!.Ref}"),
        "AWS::SSM::Parameter" => Account.Arn("ssm", $"parameter/{place.Node.Provisioned!.Ref.TrimStart('/')}"),
        "AWS::SecretsManager::Secret" => place.Node.Provisioned!.Ref,
        _ => place.Arn,
    };

    private static IEnumerable<JsonNode?> Documents(JsonObject properties) => properties["PolicyDocument"] is JsonObject own
        ? Enumerable.Repeat<JsonNode?>(own, 1)
        : Many(properties["Policies"]).Select(policy => policy?["PolicyDocument"]);

    // "*" is for everything and says nothing.
    private IEnumerable<Place> Targets(JsonObject statement)
    {
        var resources = Many(statement["Resource"]).Select(one => one!.ToString()).Where(one => one != "*").ToList();
        return places.Values.Where(place => !place.IsDetail && ArnOf(place) is { } arn
            && resources.Any(resource => resource == arn || resource.StartsWith(arn + "/", StringComparison.Ordinal)
                || resource.StartsWith(arn + ":", StringComparison.Ordinal) || Wildcard.IsMatch(resource, arn)));
    }
}
