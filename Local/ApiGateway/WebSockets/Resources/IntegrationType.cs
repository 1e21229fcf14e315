using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary><c>AWS::ApiGatewayV2::Integration</c>: <c>AWS_PROXY</c> with a function, and <c>MOCK</c> that gives a status.</summary>
internal sealed class IntegrationType(WebSocketApis apis)
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
        api.Integrations.Add(id, properties.IntegrationType switch
        {
            "AWS_PROXY" => Function(resource, properties),
            "MOCK" => Mock(resource, properties),
            var type => throw resource.Refuse(nameof(properties.IntegrationType), $"integrations of type {type}"),
        });
        return new(id) { Attributes = new Dictionary<string, string> { ["IntegrationId"] = id } };
    }

    private static RouteIntegration Function(TemplateResource resource, IntegrationProperties properties)
    {
        if (properties.ContentHandlingStrategy is { } handling)
        {
            throw resource.Refuse(
                nameof(properties.ContentHandlingStrategy), $"{handling} with a function, which gets the message as it is sent");
        }

        if (properties.RequestTemplates.Count > 0)
        {
            throw resource.Refuse(nameof(properties.RequestTemplates), "AWS_PROXY has no templates");
        }

        return new()
        {
            FunctionArn = LambdaProxyIntegration.ParseFunctionArn(properties.IntegrationUri ?? "")
                ?? throw resource.Refuse(
                    nameof(properties.IntegrationUri), $"'{properties.IntegrationUri}' is not the invocations of a function"),
            Credentials = properties.CredentialsArn,
            Timeout = TimeSpan.FromMilliseconds(properties.TimeoutInMillis),
        };
    }

    // A template of a mock gives the status by which the integration response is chosen; without template language it is JSON.
    private static RouteIntegration Mock(TemplateResource resource, IntegrationProperties properties)
    {
        if (properties.RequestTemplates.Count > 1)
        {
            throw resource.Refuse(nameof(properties.RequestTemplates), "more than one template");
        }

        var template = properties.RequestTemplates.Values.FirstOrDefault() ?? """{"statusCode":200}""";
        try
        {
            return new()
            {
                MockStatus = (int?)(JsonNode.Parse(template) as JsonObject)?["statusCode"] ?? 200,
                Timeout = TimeSpan.FromMilliseconds(properties.TimeoutInMillis),
            };
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException or FormatException)
        {
            throw resource.Refuse(nameof(properties.RequestTemplates), $"'{template}' of a MOCK has more than a statusCode");
        }
    }
}
