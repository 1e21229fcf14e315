using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Resources;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>Reads the integrations that are no proxies of functions, one method a type.</summary>
internal static partial class IntegrationReader
{
    /// <summary><c>MOCK</c>.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static MappedIntegration Mock(TemplateResource resource, MethodProperties method) => method.Integration!.Credentials is null
        ? MappedIntegrationReader.Read(resource, method, new MockBackend())
        : throw resource.Refuse("Integration.Credentials", "a mock calls nothing");

    /// <summary><c>AWS</c>: a function or another service.</summary>
    /// <exception cref="StartupException">A mapping is not valid, or the service is not there.</exception>
    public static MappedIntegration Aws(TemplateResource resource, MethodProperties method, BackendSources sources)
    {
        var integration = method.Integration!;
        var timeout = Timeout(integration);
        if (LambdaProxyIntegration.ParseFunctionArn(integration.Uri ?? "") is { } function)
        {
            CheckRole(resource, integration.Credentials);
            return integration.IntegrationHttpMethod is "POST"
                ? MappedIntegrationReader.Read(
                    resource, method, new LambdaBackend(function, integration.Credentials, timeout, sources.Functions, sources.Time))
                : throw resource.Refuse("Integration.IntegrationHttpMethod", "functions are invoked with POST");
        }

        if (AwsServiceUri.Parse(integration.Uri ?? "") is not { } uri)
        {
            throw resource.Invalid("Integration.Uri", "AWS ARN for integration must contain path or action");
        }

        if (!sources.Services.Names.Contains(uri.Service))
        {
            throw resource.Refuse("Integration.Uri", $"the service '{uri.Service}'");
        }

        if (integration.Credentials is not { } role)
        {
            throw resource.Invalid("Integration.Credentials", "Role arn must be specified for AWS integrations");
        }

        CheckRole(resource, role);
        var http = HttpMethod(resource, integration);
        return MappedIntegrationReader.Read(resource, method, new AwsServiceBackend(http, uri, role, timeout, sources.Services));
    }

    /// <summary><c>HTTP</c>.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static MappedIntegration Http(TemplateResource resource, MethodProperties method, BackendSources sources) =>
        MappedIntegrationReader.Read(resource, method, Endpoint(resource, method.Integration!, sources));

    /// <summary><c>HTTP_PROXY</c>.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static HttpProxyIntegration HttpProxy(TemplateResource resource, MethodProperties method, BackendSources sources) =>
        new(MappedIntegrationReader.Requests(resource, method), Endpoint(resource, method.Integration!, sources));

    /// <summary>Refuses credentials that are not a role's.</summary>
    /// <exception cref="StartupException">They are not.</exception>
    public static void CheckRole(TemplateResource resource, string? credentials)
    {
        if (credentials is not null && !RoleArn().IsMatch(credentials))
        {
            throw resource.Refuse("Integration.Credentials", $"'{credentials}' is not a role");
        }
    }

    private static HttpBackend Endpoint(
        TemplateResource resource, MethodProperties.MethodIntegration integration, BackendSources sources)
    {
        if (integration.Credentials is not null)
        {
            throw resource.Refuse("Integration.Credentials", "an endpoint over HTTP is not called with a role");
        }

        // A host can be a stage variable, which is known when a request comes.
        var uri = integration.Uri ?? "";
        var isAddress = uri.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || uri.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return isAddress
            ? new(HttpMethod(resource, integration), uri, Timeout(integration), sources.Http)
            : throw resource.Invalid("Integration.Uri", "Invalid HTTP endpoint specified for URI");
    }

    private static string HttpMethod(TemplateResource resource, MethodProperties.MethodIntegration integration) =>
        integration.IntegrationHttpMethod
            ?? throw resource.Invalid("Integration.IntegrationHttpMethod", "Enumeration value for HttpMethod must be non-empty");

    private static TimeSpan Timeout(MethodProperties.MethodIntegration integration) =>
        TimeSpan.FromMilliseconds(integration.TimeoutInMillis);

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::(?:[0-9]{12}:role/.+|.*\$\{stageVariables\..+)$")]
    private static partial Regex RoleArn();
}
