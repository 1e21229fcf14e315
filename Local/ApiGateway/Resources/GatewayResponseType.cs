using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::GatewayResponse</c>.</summary>
internal sealed class GatewayResponseType(RestApis apis) : ResourceType<GatewayResponseProperties>(
    "AWS::ApiGateway::GatewayResponse", "the form of a response of API Gateway's own")
{
    private const string HeaderPrefix = "gatewayresponse.header.";

    protected override ProvisionedResource Provision(TemplateResource resource, GatewayResponseProperties properties)
    {
        var api = apis.Require(resource, properties.RestApiId);
        if (!ResponseType.ByName.TryGetValue(properties.ResponseType, out var type))
        {
            throw resource.Refuse(nameof(properties.ResponseType), $"'{properties.ResponseType}'");
        }

        foreach (var template in properties.ResponseTemplates.Values)
        {
            if (ContextVariables.FirstUnknown(template) is { } unknown)
            {
                throw resource.Refuse(nameof(properties.ResponseTemplates), $"'{unknown}' in a template");
            }
        }

        api.GatewayResponses[type] = new GatewayResponse
        {
            Status = properties.StatusCode,
            Headers = properties.ResponseParameters.ToDictionary(
                parameter => HeaderName(resource, parameter.Key, parameter.Value), parameter => parameter.Value),
            Templates = properties.ResponseTemplates,
        };
        var id = resource.PhysicalName(64);
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }

    private static string HeaderName(TemplateResource resource, string parameter, string expression) =>
        parameter.StartsWith(HeaderPrefix, StringComparison.Ordinal) && MappingExpression.IsKnown(expression)
            ? parameter[HeaderPrefix.Length..]
            : throw resource.Refuse("ResponseParameters", $"'{parameter}': '{expression}'");
}
