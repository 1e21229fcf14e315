using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary><c>AWS::ApiGatewayV2::Authorizer</c>.</summary>
internal sealed class AuthorizerType(WebSocketApis apis)
    : ResourceType<AuthorizerProperties>("AWS::ApiGatewayV2::Authorizer", "a function that decides who may connect")
{
    protected override ProvisionedResource Provision(TemplateResource resource, AuthorizerProperties properties)
    {
        var api = apis.Require(resource, properties.ApiId);
        if (properties.AuthorizerType != "REQUEST")
        {
            throw resource.Invalid(
                nameof(properties.AuthorizerType), $"'{properties.AuthorizerType}'; that of a WebSocket API must be REQUEST");
        }

        if (properties.IdentitySource.FirstOrDefault(source => !IdentitySource.IsKnown(source)) is { } unknown)
        {
            throw resource.Refuse(nameof(properties.IdentitySource), $"'{unknown}'");
        }

        var id = resource.ShortId(6);
        var function = LambdaProxyIntegration.ParseFunctionArn(properties.AuthorizerUri ?? "") ?? throw resource.Refuse(
            nameof(properties.AuthorizerUri), $"'{properties.AuthorizerUri}' is not the invocations of a function");
        api.Authorizers.Add(id, new(id, function, properties.IdentitySource, properties.AuthorizerCredentialsArn));
        return new(id) { Attributes = new Dictionary<string, string> { ["AuthorizerId"] = id } };
    }
}
