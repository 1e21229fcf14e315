using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Resources;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>Reads an <c>AWS_PROXY</c> integration with a function.</summary>
internal static class LambdaProxyIntegrationReader
{
    /// <summary>The integration.</summary>
    /// <exception cref="StartupException">It is not the invocations of a function, or needs more than is there.</exception>
    public static LambdaProxyIntegration Read(
        TemplateResource resource, MethodProperties method, IFunctions functions, TimeProvider time)
    {
        var integration = method.Integration!;
        if (LambdaProxyIntegration.ParseFunctionArn(integration.Uri ?? "") is not { } function)
        {
            throw resource.Refuse("Integration.Uri", $"'{integration.Uri}' is not the invocations of a function");
        }

        if (integration.IntegrationHttpMethod != "POST")
        {
            throw resource.Refuse("Integration.IntegrationHttpMethod", "functions are invoked with POST");
        }

        // They must be valid, as on AWS; the event has the request as it came, as on AWS, too.
        MappedIntegrationReader.CheckParameters(resource, method);
        BackendReader.CheckRole(resource, ("Integration.Credentials", integration.Credentials));

        // The console sets CONVERT_TO_TEXT, which an event does with binary bodies anyway.
        if (integration.ContentHandling is not (null or RequestMapping.ToText))
        {
            throw resource.Refuse(
                "Integration.ContentHandling", $"{integration.ContentHandling} with a function, which gets the body as it is sent");
        }

        return new(function, integration.Credentials, TimeSpan.FromMilliseconds(integration.TimeoutInMillis), functions, time);
    }
}
