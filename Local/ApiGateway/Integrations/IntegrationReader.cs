using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Resources;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>Reads the integrations of REST APIs that are not proxies of functions, one method a type.</summary>
internal static class IntegrationReader
{
    /// <summary><c>MOCK</c>.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static MappedIntegration Mock(TemplateResource resource, MethodProperties method) =>
        MappedIntegrationReader.Read(resource, method, BackendReader.Mock(resource, Backend(method)));

    /// <summary><c>AWS</c>: a function or another service.</summary>
    /// <exception cref="StartupException">A mapping is not valid, or the service is not there.</exception>
    public static MappedIntegration Aws(TemplateResource resource, MethodProperties method, BackendSources sources) =>
        MappedIntegrationReader.Read(resource, method, BackendReader.Aws(resource, Backend(method), sources));

    /// <summary><c>HTTP</c>.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static MappedIntegration Http(TemplateResource resource, MethodProperties method, BackendSources sources) =>
        MappedIntegrationReader.Read(resource, method, BackendReader.Http(resource, Backend(method), sources));

    /// <summary><c>HTTP_PROXY</c>.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static HttpProxyIntegration HttpProxy(TemplateResource resource, MethodProperties method, BackendSources sources) =>
        new(MappedIntegrationReader.Requests(resource, method), BackendReader.Http(resource, Backend(method), sources));

    private static BackendProperties Backend(MethodProperties method)
    {
        var integration = method.Integration!;
        return new(
            ("Integration.Uri", integration.Uri),
            ("Integration.IntegrationHttpMethod", integration.IntegrationHttpMethod),
            ("Integration.Credentials", integration.Credentials),
            TimeSpan.FromMilliseconds(integration.TimeoutInMillis));
    }
}
