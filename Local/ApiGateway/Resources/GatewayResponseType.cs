using System.Collections.Frozen;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::GatewayResponse</c>.</summary>
internal sealed class GatewayResponseType(RestApis apis) : ResourceType<GatewayResponseProperties>(
    "AWS::ApiGateway::GatewayResponse", "the form of a response of API Gateway's own")
{
    private const string HeaderPrefix = "gatewayresponse.header.";

    // They say where a response ends, which is for whoever writes it.
    private static readonly FrozenSet<string> OfTheMessage =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Connection", "Content-Length", "Transfer-Encoding");

    protected override ProvisionedResource Provision(TemplateResource resource, GatewayResponseProperties properties)
    {
        var api = apis.Require(resource, properties.RestApiId);
        if (!ResponseType.ByName.TryGetValue(properties.ResponseType, out var type))
        {
            throw resource.Refuse(nameof(properties.ResponseType), $"'{properties.ResponseType}'");
        }

        if (properties.StatusCode is < 200 or > 599)
        {
            throw resource.Invalid(nameof(properties.StatusCode), $"{properties.StatusCode}; it must be a status from 200 to 599");
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
            && ProxyHeaders.IsValid(parameter[HeaderPrefix.Length..], "") && !OfTheMessage.Contains(parameter[HeaderPrefix.Length..])
            ? parameter[HeaderPrefix.Length..]
            : throw resource.Refuse("ResponseParameters", $"'{parameter}': '{expression}'");
}
