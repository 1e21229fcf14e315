using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Templates.Values;
using Lexicon.Local.ApiGateway.WebSockets.Integrations;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>
/// <c>AWS::ApiGatewayV2::IntegrationResponse</c>. What a proxy returns is sent as it is, whatever there is of these
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html).
/// </summary>
internal sealed class IntegrationResponseType(WebSocketApis apis) : ResourceType<IntegrationResponseProperties>(
    "AWS::ApiGatewayV2::IntegrationResponse", "what the client gets of a response of the integration")
{
    protected override ProvisionedResource Provision(TemplateResource resource, IntegrationResponseProperties properties)
    {
        var api = apis.Require(resource, properties.ApiId);
        if (!api.Integrations.TryGetValue(properties.IntegrationId, out var integration))
        {
            throw resource.NotFound(
                nameof(properties.IntegrationId), $"the integration '{properties.IntegrationId}' of the WebSocket API");
        }

        var rule = Rule(resource, properties);
        if (integration is MappedRoute mapped && !mapped.Responses.TryAdd(rule))
        {
            throw resource.Invalid(
                nameof(properties.IntegrationResponseKey), $"the integration has a response '{rule.Key}' already");
        }

        var id = resource.ShortId(7);
        return new(id) { Attributes = new Dictionary<string, string> { ["IntegrationResponseId"] = id } };
    }

    private static RouteResponseRule Rule(TemplateResource resource, IntegrationResponseProperties properties)
    {
        CheckKey(resource, properties.IntegrationResponseKey);
        return new(properties.IntegrationResponseKey)
        {
            Templates = MappingReader.Templates(resource, nameof(properties.ResponseTemplates), properties.ResponseTemplates),
            Selection = RouteReader.Selection(
                resource, nameof(properties.TemplateSelectionExpression), properties.TemplateSelectionExpression, ofResponse: true),
            ContentHandling = MappingReader.ContentHandling(
                resource, nameof(properties.ContentHandlingStrategy), properties.ContentHandlingStrategy),
        };
    }

    private static void CheckKey(TemplateResource resource, string key)
    {
        if (key is ['/', .. var pattern, '/'] && JavaRegex.Flaw(pattern) is { } flaw)
        {
            throw resource.Invalid(nameof(IntegrationResponseProperties.IntegrationResponseKey), flaw);
        }
    }
}
