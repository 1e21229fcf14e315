using Lexicon.Local.ApiGateway.WebSockets.Resources;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map.Settings;

/// <summary>What the templates set of a WebSocket API: its stages, and which messages it takes from whom.</summary>
internal sealed class WebSocketApiSettings(Place api, IReadOnlyList<ResourceNode> nodes)
{
    private readonly string _id = api.Node.Provisioned!.Ref;

    /// <summary>All of it.</summary>
    public IEnumerable<SettingsTable> Tables() =>
    [
        new("Stages", ["Stage", "Throttle of each route"],
        [
            .. nodes.Of<StageProperties>("AWS::ApiGatewayV2::Stage").Select(stage => stage.Properties).Where(stage => stage.ApiId == _id)
                .Select(IReadOnlyList<string> (stage) =>
                [
                    stage.StageName,
                    stage.DefaultRouteSettings is { ThrottlingRateLimit: { } rate, ThrottlingBurstLimit: { } burst }
                        ? PlaceSettings.Words(rate, burst) : PlaceSettings.OfTheAccount,
                ]),
        ]),
        new("Routes", ["Route", "Who may", "Gets an answer"],
        [
            .. nodes.Of<RouteProperties>("AWS::ApiGatewayV2::Route").Select(route => route.Properties).Where(route => route.ApiId == _id)
                .Select(IReadOnlyList<string> (route) => [route.RouteKey, WhoMay(route), Answer(route)]),
        ]),
    ];

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
    private static string Answer(RouteProperties route) => route.RouteKey switch
    {
        "$connect" => "by the handshake",
        "$disconnect" => "no",
        _ => route.RouteResponseSelectionExpression is null ? "no" : "yes",
    };

    private string WhoMay(RouteProperties route) => route.AuthorizationType switch
    {
        "AWS_IAM" => "who signs with credentials that IAM allows it (AWS_IAM)",
        "CUSTOM" => $"whom the authorizer lets in, by {string.Join(", ", SourcesOf(route.AuthorizerId))}",
        _ => route.RouteKey == "$connect" ? "anyone" : "who is connected",
    };

    private IEnumerable<string> SourcesOf(string? authorizer) =>
        nodes.Of<AuthorizerProperties>("AWS::ApiGatewayV2::Authorizer")
            .Where(one => one.Node.Provisioned?.Ref == authorizer)
            .SelectMany(one => one.Properties.IdentitySource);
}
