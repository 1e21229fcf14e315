using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>Reads the backends of integrations, of REST APIs and of WebSocket APIs, one method a type.</summary>
internal static partial class BackendReader
{
    /// <summary><c>MOCK</c>.</summary>
    /// <exception cref="StartupException">It has what a mock cannot have.</exception>
    public static MockBackend Mock(TemplateResource resource, BackendProperties backend) => backend.Credentials.Value is null
        ? new MockBackend()
        : throw resource.Refuse(backend.Credentials.Name, "a mock calls nothing");

    /// <summary><c>AWS</c>: a function or another service.</summary>
    /// <exception cref="StartupException">The service is not there, or cannot be called so.</exception>
    public static IBackend Aws(TemplateResource resource, BackendProperties backend, BackendSources sources)
    {
        if (LambdaProxyIntegration.ParseFunctionArn(backend.Uri.Value ?? "") is { } function)
        {
            CheckRole(resource, backend.Credentials);
            return backend.Method.Value is "POST"
                ? new LambdaBackend(function, backend.Credentials.Value, backend.Timeout, sources.Functions, sources.Time)
                : throw resource.Refuse(backend.Method.Name, "functions are invoked with POST");
        }

        if (AwsServiceUri.Parse(backend.Uri.Value ?? "") is not { } uri)
        {
            throw resource.Invalid(backend.Uri.Name, "AWS ARN for integration must contain path or action");
        }

        if (!sources.Services.Names.Contains(uri.Service))
        {
            throw resource.Refuse(backend.Uri.Name, $"the service '{uri.Service}'");
        }

        if (backend.Credentials.Value is not { } role)
        {
            throw resource.Invalid(backend.Credentials.Name, "Role arn must be specified for AWS integrations");
        }

        CheckRole(resource, backend.Credentials);
        return new AwsServiceBackend(HttpMethod(resource, backend), uri, role, backend.Timeout, sources.Services);
    }

    /// <summary><c>HTTP</c> and <c>HTTP_PROXY</c>.</summary>
    /// <exception cref="StartupException">It is not an address.</exception>
    public static HttpBackend Http(TemplateResource resource, BackendProperties backend, BackendSources sources)
    {
        if (backend.Credentials.Value is not null)
        {
            throw resource.Refuse(backend.Credentials.Name, "an endpoint over HTTP is not called with a role");
        }

        // A host can be a stage variable, which is known when a request comes.
        var uri = backend.Uri.Value ?? "";
        var isAddress = uri.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || uri.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return isAddress
            ? new(HttpMethod(resource, backend), uri, backend.Timeout, sources.Http)
            : throw resource.Invalid(backend.Uri.Name, "Invalid HTTP endpoint specified for URI");
    }

    /// <summary>Refuses credentials that are not a role's.</summary>
    /// <exception cref="StartupException">They are not.</exception>
    public static void CheckRole(TemplateResource resource, (string Name, string? Value) credentials)
    {
        if (credentials.Value is not null && !RoleArn().IsMatch(credentials.Value))
        {
            throw resource.Refuse(credentials.Name, $"'{credentials.Value}' is not a role");
        }
    }

    private static string HttpMethod(TemplateResource resource, BackendProperties backend) =>
        backend.Method.Value ?? throw resource.Invalid(backend.Method.Name, "Enumeration value for HttpMethod must be non-empty");

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::(?:[0-9]{12}:role/.+|.*\$\{stageVariables\..+)$")]
    private static partial Regex RoleArn();
}
