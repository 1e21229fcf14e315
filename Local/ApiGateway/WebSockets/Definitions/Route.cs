using Lexicon.Local.ApiGateway.WebSockets.Integrations;

namespace Lexicon.Local.ApiGateway.WebSockets.Definitions;

/// <summary>
/// A route (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html).
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Key"><c>$connect</c>, <c>$disconnect</c>, <c>$default</c> or what the route selection expression gives.</param>
internal sealed record Route(string Id, string Key)
{
    /// <summary>What responds to its events; null: nothing does, and they are let pass.</summary>
    public IRouteIntegration? Integration { get; init; }

    /// <summary>Who may connect; null: everyone. Only <c>$connect</c> has one.</summary>
    public ConnectAuthorizer? Authorizer { get; init; }

    /// <summary>Whether a client must sign its request to connect (<c>AWS_IAM</c>).</summary>
    public bool RequiresSignature { get; init; }

    /// <summary>What gives the key of a message's model; null: messages are not validated.</summary>
    public SelectionExpression? ModelSelection { get; init; }

    /// <summary>The names of the models by key.</summary>
    public IReadOnlyDictionary<string, string> Models { get; init; } = new Dictionary<string, string>();

    /// <summary>The parameters that a request to connect must have, such as <c>route.request.querystring.ticket</c>.</summary>
    public IReadOnlyList<string> RequiredParameters { get; init; } = [];

    /// <summary>Whether the template asks who connects.</summary>
    public bool IsAuthorized => Authorizer is not null || RequiresSignature;

    /// <summary>
    /// Whether what the integration returns goes back to the client
    /// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html): the route has a
    /// selection expression and a route response.
    /// </summary>
    public bool Responds => SelectsResponse && HasResponse;

    /// <summary>Whether the route has a <c>RouteResponseSelectionExpression</c>.</summary>
    public bool SelectsResponse { get; init; }

    /// <summary>Whether a route response is declared; set while the resources are provisioned.</summary>
    public bool HasResponse { get; set; }
}
