using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.ApiGateway.WebSockets.Integrations;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary><c>AWS::ApiGatewayV2::Route</c>.</summary>
internal sealed class RouteType(WebSocketApis apis)
    : ResourceType<RouteProperties>("AWS::ApiGatewayV2::Route", "a route of the WebSocket API")
{
    private const string Connect = "$connect";
    private const string TargetPrefix = "integrations/";

    protected override ProvisionedResource Provision(TemplateResource resource, RouteProperties properties)
    {
        var api = apis.Require(resource, properties.ApiId);
        if (properties.ApiKeyRequired)
        {
            throw resource.Refuse(nameof(properties.ApiKeyRequired), "API keys of WebSocket APIs");
        }

        if (properties.AuthorizationType != "NONE" && properties.RouteKey != Connect)
        {
            throw resource.Invalid(nameof(properties.AuthorizationType), $"only the route {Connect} can have an authorization");
        }

        if (properties.RouteResponseSelectionExpression is not (null or RouteSelection.Default))
        {
            throw resource.Invalid(nameof(properties.RouteResponseSelectionExpression), $"it must be {RouteSelection.Default}");
        }

        if (properties.RequestParameters.Keys.FirstOrDefault(name => !RouteExpression.IsParameter(name)) is { } unknown)
        {
            throw resource.Refuse(nameof(properties.RequestParameters), $"'{unknown}'");
        }

        var id = resource.ShortId(7);
        var route = new Route(id, properties.RouteKey)
        {
            Integration = Integration(resource, properties, api),
            Authorizer = Authorizer(resource, properties, api),
            RequiresSignature = properties.AuthorizationType == "AWS_IAM",
            SelectsResponse = properties.RouteResponseSelectionExpression is not null,
            ModelSelection = RouteReader.Selection(
                resource, nameof(properties.ModelSelectionExpression), properties.ModelSelectionExpression),
            Models = properties.RequestModels,
            RequiredParameters =
            [
                .. properties.RequestParameters.Where(parameter => parameter.Value.Required).Select(parameter => parameter.Key),
            ],
        };
        if (!api.Routes.TryAdd(route.Key, route))
        {
            throw resource.Invalid(nameof(properties.RouteKey), $"the WebSocket API has a route '{route.Key}' already");
        }

        return new(id)
        {
            Attributes = new Dictionary<string, string> { ["RouteId"] = id },
            Check = () => CheckModels(resource, properties, api),
        };
    }

    // A model may come later than the routes that name it.
    private static void CheckModels(TemplateResource resource, RouteProperties properties, WebSocketApi api)
    {
        if (properties.RequestModels.Values.FirstOrDefault(name => api.Models.Find(name) is null) is { } missing)
        {
            throw resource.NotFound(nameof(properties.RequestModels), $"the model '{missing}' of the WebSocket API");
        }
    }

    private static IRouteIntegration? Integration(TemplateResource resource, RouteProperties properties, WebSocketApi api)
    {
        if (properties.Target is not { } target)
        {
            return null;
        }

        var id = target.StartsWith(TargetPrefix, StringComparison.Ordinal)
            ? target[TargetPrefix.Length..]
            : throw resource.Invalid(nameof(properties.Target), $"'{target}' does not begin with {TargetPrefix}");
        return api.Integrations.GetValueOrDefault(id)
            ?? throw resource.NotFound(nameof(properties.Target), $"the integration '{id}' of the WebSocket API");
    }

    private static ConnectAuthorizer? Authorizer(TemplateResource resource, RouteProperties properties, WebSocketApi api) =>
        properties.AuthorizationType switch
        {
            "NONE" or "AWS_IAM" => null,
            "CUSTOM" => api.Authorizers.GetValueOrDefault(properties.AuthorizerId ?? "") ?? throw resource.NotFound(
                nameof(properties.AuthorizerId), $"the authorizer '{properties.AuthorizerId}' of the WebSocket API"),
            var type => throw resource.Refuse(nameof(properties.AuthorizationType), $"authorization {type}"),
        };
}
