using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.WebSockets.Integrations;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary><c>AWS::ApiGatewayV2::Integration</c>.</summary>
internal sealed class IntegrationType(WebSocketApis apis, BackendSources sources, FunctionCall call)
    : ResourceType<IntegrationProperties>("AWS::ApiGatewayV2::Integration", "what responds to a route of the WebSocket API")
{
    protected override ProvisionedResource Provision(TemplateResource resource, IntegrationProperties properties)
    {
        var api = apis.Require(resource, properties.ApiId);
        if (properties.ConnectionType == "VPC_LINK")
        {
            throw resource.Refuse(nameof(properties.ConnectionType), "VPC links");
        }

        if (properties.TimeoutInMillis is < 50 or > 29_000)
        {
            throw resource.Invalid(nameof(properties.TimeoutInMillis), "it must be from 50 to 29000");
        }

        var id = resource.ShortId(7);
        api.Integrations.Add(id, Integration(resource, properties));
        return new(id) { Attributes = new Dictionary<string, string> { ["IntegrationId"] = id } };
    }

    private IRouteIntegration Integration(TemplateResource resource, IntegrationProperties properties)
    {
        var backend = new BackendProperties(
            (nameof(properties.IntegrationUri), properties.IntegrationUri),
            (nameof(properties.IntegrationMethod), properties.IntegrationMethod),
            (nameof(properties.CredentialsArn), properties.CredentialsArn),
            TimeSpan.FromMilliseconds(properties.TimeoutInMillis));
        return properties.IntegrationType switch
        {
            "AWS_PROXY" => RouteReader.Function(resource, properties, call),
            "AWS" => RouteReader.Mapped(resource, properties, BackendReader.Aws(resource, backend, sources)),
            "HTTP" => RouteReader.Mapped(resource, properties, BackendReader.Http(resource, backend, sources)),
            "HTTP_PROXY" => RouteReader.Proxy(resource, properties, BackendReader.Http(resource, backend, sources)),
            "MOCK" => RouteReader.Mapped(resource, properties, BackendReader.Mock(resource, backend)),
            var type => throw resource.Refuse(nameof(properties.IntegrationType), $"integrations of type {type}"),
        };
    }
}
