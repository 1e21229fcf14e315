using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.WebSockets.Integrations;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>Reads integrations of routes, one method a kind, and what selects their templates.</summary>
internal static class RouteReader
{
    /// <summary><c>AWS_PROXY</c> with a function.</summary>
    /// <exception cref="StartupException">It is not the invocations of a function, or has what proxies do not have.</exception>
    public static FunctionIntegration Function(TemplateResource resource, IntegrationProperties properties, FunctionCall call)
    {
        // A message is text, so that the console's CONVERT_TO_TEXT changes nothing.
        if (properties.ContentHandlingStrategy is not (null or RequestMapping.ToText))
        {
            throw resource.Refuse(
                nameof(properties.ContentHandlingStrategy),
                $"{properties.ContentHandlingStrategy} with a function, which gets the message as it is sent");
        }

        // Parameters must be valid; the event has the message as it came.
        RefuseTemplates(resource, properties);
        CheckParameters(resource, properties);
        var function = LambdaProxyIntegration.ParseFunctionArn(properties.IntegrationUri ?? "") ?? throw resource.Refuse(
            nameof(properties.IntegrationUri), $"'{properties.IntegrationUri}' is not the invocations of a function");
        return new(function, properties.CredentialsArn, TimeSpan.FromMilliseconds(properties.TimeoutInMillis), call);
    }

    /// <summary><c>HTTP_PROXY</c>.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static HttpProxyRoute Proxy(TemplateResource resource, IntegrationProperties properties, HttpBackend backend)
    {
        RefuseTemplates(resource, properties);
        return new(Request(resource, properties), backend);
    }

    /// <summary>What is not a proxy.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static MappedRoute Mapped(TemplateResource resource, IntegrationProperties properties, IBackend backend) =>
        new(Request(resource, properties), backend);

    /// <summary>An expression that selects a template or a model; null where there is none.</summary>
    /// <exception cref="StartupException">It names what it cannot have.</exception>
    public static SelectionExpression? Selection(TemplateResource resource, string place, string? expression, bool ofResponse = false) =>
        expression is null ? null
            : SelectionExpression.Parse(expression, ofResponse)
                ?? throw resource.Refuse(
                    place, $"'{expression}' does not name members of the body{(ofResponse ? " or parts of the response" : "")}");

    private static void CheckParameters(TemplateResource resource, IntegrationProperties properties)
    {
        foreach (var (target, source) in properties.RequestParameters)
        {
            if (!IntegrationRequest.IsTarget(target))
            {
                throw resource.Invalid(
                    nameof(properties.RequestParameters),
                    MappedIntegrationReader.Mistake($"Invalid mapping expression parameter specified: {target}"));
            }

            if (!RouteExpression.IsKnown(source))
            {
                throw resource.Invalid(
                    nameof(properties.RequestParameters),
                    MappedIntegrationReader.Mistake($"Invalid mapping expression specified: {source}"));
            }
        }
    }

    private static RouteRequest Request(TemplateResource resource, IntegrationProperties properties)
    {
        CheckParameters(resource, properties);
        return new()
        {
            Parameters = properties.RequestParameters,
            Templates = MappingReader.Templates(resource, nameof(properties.RequestTemplates), properties.RequestTemplates),
            Selection = Selection(resource, nameof(properties.TemplateSelectionExpression), properties.TemplateSelectionExpression),
            PassthroughBehavior = MappingReader.PassthroughBehavior(
                resource, nameof(properties.PassthroughBehavior), properties.PassthroughBehavior),
            ContentHandling = MappingReader.ContentHandling(
                resource, nameof(properties.ContentHandlingStrategy), properties.ContentHandlingStrategy),
        };
    }

    private static void RefuseTemplates(TemplateResource resource, IntegrationProperties properties)
    {
        if (properties.RequestTemplates.Count > 0)
        {
            throw resource.Refuse(nameof(properties.RequestTemplates), $"{properties.IntegrationType} has no templates");
        }
    }
}
