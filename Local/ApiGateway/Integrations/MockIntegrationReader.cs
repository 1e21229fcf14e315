using System.Globalization;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.Resources;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>Reads a <c>MOCK</c> integration, within what works without the Velocity template language.</summary>
internal static class MockIntegrationReader
{
    private const string HeaderPrefix = "method.response.header.";

    /// <summary>The integration.</summary>
    /// <exception cref="StartupException">A template or a mapping needs more than is there.</exception>
    public static MockIntegration Read(TemplateResource resource, MethodProperties.MethodIntegration integration)
    {
        foreach (var template in integration.RequestTemplates.Values.Where(template => template.AsSpan().ContainsAny('#', '$')))
        {
            throw resource.Refuse("Integration.RequestTemplates", $"the template language in '{template}'");
        }

        if (integration.Credentials is not null)
        {
            throw resource.Refuse("Integration.Credentials", "a mock calls nothing");
        }

        if (integration.ContentHandling is not (null or MockIntegration.ToText or MockIntegration.ToBinary))
        {
            throw resource.Refuse("Integration.ContentHandling", $"'{integration.ContentHandling}'");
        }

        return new(
            integration.RequestTemplates,
            integration.ContentHandling,
            integration.PassthroughBehavior ?? "WHEN_NO_MATCH",
            [.. integration.IntegrationResponses.Select(response => Response(resource, response))]);
    }

    private static MockResponse Response(TemplateResource resource, MethodProperties.IntegrationResponse response)
    {
        var origins = response.ResponseTemplates.Values
            .Select(CorsOriginTemplate.ParseOrigins)
            .FirstOrDefault(known => known is not null);
        var templates = origins is null ? response.ResponseTemplates : new Dictionary<string, string>();
        foreach (var template in templates.Values.Where(template => template.AsSpan().ContainsAny('#', '$')))
        {
            throw resource.Refuse("Integration.IntegrationResponses.ResponseTemplates", $"the template language in '{template}'");
        }

        var headers = new Dictionary<string, string>();
        foreach (var (parameter, expression) in response.ResponseParameters)
        {
            if (!parameter.StartsWith(HeaderPrefix, StringComparison.Ordinal) || !MappingExpression.IsKnown(expression))
            {
                throw resource.Refuse("Integration.IntegrationResponses.ResponseParameters", $"'{parameter}': '{expression}'");
            }

            headers.Add(parameter[HeaderPrefix.Length..], expression);
        }

        return new(
            int.Parse(response.StatusCode, CultureInfo.InvariantCulture),
            response.SelectionPattern,
            headers,
            templates,
            origins ?? []);
    }
}
