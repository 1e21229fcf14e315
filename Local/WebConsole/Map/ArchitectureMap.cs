using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map;

/// <summary>
/// What requests and events pass, and the ways between. A place is a resource that does something or keeps something; what merely ties
/// two of them together, such as a method, a permission or an alias, is a way.
/// </summary>
internal sealed record ArchitectureMap(IReadOnlyList<Place> Places, IReadOnlyList<Way> Ways, Grants Grants)
{
    // The types of places; false: left out until somebody asks.
    private static readonly Dictionary<string, bool> Kinds = new()
    {
        ["AWS::ApiGateway::RestApi"] = true,
        ["AWS::ApiGatewayV2::Api"] = true,
        ["AWS::CloudFront::Distribution"] = true,
        ["AWS::CloudWatch::Alarm"] = false,
        ["AWS::Cognito::IdentityPool"] = true,
        ["AWS::Cognito::UserPool"] = true,
        ["AWS::DynamoDB::GlobalTable"] = true,
        ["AWS::DynamoDB::Table"] = true,
        ["AWS::Events::EventBus"] = true,
        ["AWS::Events::Rule"] = true,
        ["AWS::IAM::Role"] = false,
        ["AWS::Lambda::Function"] = true,
        ["AWS::Logs::LogGroup"] = false,
        ["AWS::S3::Bucket"] = true,
        ["AWS::SNS::Topic"] = true,
        ["AWS::SQS::Queue"] = true,
        ["AWS::SSM::Parameter"] = true,
        ["AWS::SecretsManager::Secret"] = true,
        ["AWS::WAFv2::WebACL"] = true,
    };

    /// <summary>The map of provisioned resources.</summary>
    public static ArchitectureMap Of(IReadOnlyList<ResourceNode> nodes)
    {
        Dictionary<ResourceNode, Place> places = [];
        foreach (var node in nodes)
        {
            if (Kinds.TryGetValue(node.TypeName, out var matters))
            {
                var isDetail = !matters || node.Type is ReplacedProvider;
                places[node] = new($"{node.Stack.Name}/{node.LogicalId}", node, Names.Service(node.TypeName), isDetail);
            }
        }

        var grants = new Grants(nodes, places);
        return new([.. places.Values], [.. new WayFinder(nodes, places, grants).Find().Distinct()], grants);
    }
}
