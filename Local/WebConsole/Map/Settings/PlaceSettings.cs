using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map.Settings;

/// <summary>What the templates set of a place besides its ways: read from the resources that belong to it.</summary>
internal static class PlaceSettings
{
    /// <summary>
    /// In place of a throttle, of a stage that sets none
    /// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html).
    /// </summary>
    public const string OfTheAccount = "the account's alone";

    /// <summary>The tables of a place; none where its type has none.</summary>
    public static IEnumerable<SettingsTable> Of(Place place, ArchitectureMap map, IReadOnlyList<ResourceNode> nodes)
    {
        IEnumerable<SettingsTable> own = place.Type switch
        {
            "AWS::ApiGateway::RestApi" => new RestApiSettings(place, map.Grants, nodes).Tables(),
            "AWS::ApiGatewayV2::Api" => new WebSocketApiSettings(place, nodes).Tables(),
            "AWS::CloudFront::Distribution" => new DistributionSettings(place, nodes).Tables(),
            "AWS::Cognito::IdentityPool" => new RolesByClaim(nodes).TablesOf(place),
            "AWS::Cognito::UserPool" => new UserPoolSettings(place, nodes).Tables(),
            "AWS::DynamoDB::GlobalTable" or "AWS::DynamoDB::Table" => new TableSettings(place).Tables(),
            _ => [],
        };
        return own.Concat(new Access(place, map, nodes).Tables());
    }

    /// <summary>The resources of a type with their properties.</summary>
    public static IEnumerable<(ResourceNode Node, TProperties Properties)> Of<TProperties>(
        this IEnumerable<ResourceNode> nodes, string type)
        where TProperties : class =>
        from node in nodes
        where node.TypeName == type && node.Resource is not null
        select (node, node.Resource!.Read<TProperties>());

    /// <summary>A rate of requests in words.</summary>
    public static string Words(double? rate, int? burst) =>
        rate is null && burst is null ? "" : FormattableString.Invariant($"{rate} a second, {burst} at once");
}
