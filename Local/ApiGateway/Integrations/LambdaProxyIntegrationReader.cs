using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Resources;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>Reads an <c>AWS_PROXY</c> integration with a function.</summary>
internal static partial class LambdaProxyIntegrationReader
{
    /// <summary>The integration.</summary>
    /// <exception cref="StartupException">It is not the invocations of a function, or needs more than is there.</exception>
    public static LambdaProxyIntegration Read(
        TemplateResource resource, MethodProperties.MethodIntegration integration, IFunctions functions, TimeProvider time)
    {
        if (LambdaProxyIntegration.ParseFunctionArn(integration.Uri ?? "") is not { } function)
        {
            throw resource.Refuse("Integration.Uri", $"'{integration.Uri}' is not the invocations of a function");
        }

        if (integration.IntegrationHttpMethod != "POST")
        {
            throw resource.Refuse("Integration.IntegrationHttpMethod", "functions are invoked with POST");
        }

        // The caller's own identity is that of a signed request, which no method takes here.
        if (integration.Credentials is { } credentials && !RoleArn().IsMatch(credentials))
        {
            throw resource.Refuse("Integration.Credentials", $"'{credentials}' is not a role");
        }

        if (integration.ContentHandling is { } handling)
        {
            throw resource.Refuse("Integration.ContentHandling", $"{handling} with a function, which gets the body as it is sent");
        }

        return new(function, integration.Credentials, TimeSpan.FromMilliseconds(integration.TimeoutInMillis), functions, time);
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::(?:[0-9]{12}:role/.+|.*\$\{stageVariables\..+)$")]
    private static partial Regex RoleArn();
}
