using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Method</c>.</summary>
internal sealed partial class MethodType(RestApis apis, IFunctions functions, TimeProvider time)
    : ResourceType<MethodProperties>("AWS::ApiGateway::Method", "a method of the REST API")
{
    protected override ProvisionedResource Provision(TemplateResource resource, MethodProperties properties)
    {
        var api = apis.Require(resource, properties.RestApiId);
        if (!api.Resources.TryGetValue(properties.ResourceId, out var parent))
        {
            throw new StartupException($"{resource.Place}: property 'ResourceId': the REST API has no resource '{properties.ResourceId}'");
        }

        if (properties.RequestParameters.Keys.FirstOrDefault(name => !MappingExpression.IsRequestParameter(name)) is { } unknown)
        {
            throw resource.Refuse(nameof(properties.RequestParameters), $"'{unknown}'");
        }

        var method = new ApiMethod(properties.HttpMethod, Integration(resource, properties.Integration))
        {
            AuthorizerId = AuthorizerId(resource, properties, api),
            Scopes = properties.AuthorizationScopes,
            ApiKeyRequired = properties.ApiKeyRequired,
            ValidatorId = ValidatorId(resource, properties, api),
            RequiredParameters =
            [
                .. properties.RequestParameters.Where(parameter => parameter.Value).Select(parameter => parameter.Key),
            ],
            Models = properties.RequestModels,
            OperationName = properties.OperationName,
        };
        if (!parent.Methods.TryAdd(method.Name, method))
        {
            throw new StartupException($"{resource.Place}: property 'HttpMethod': {parent.Path} has a method {method.Name} already");
        }

        return new(resource.PhysicalName(64));
    }

    private static string? ValidatorId(TemplateResource resource, MethodProperties properties, RestApi api) =>
        properties.RequestValidatorId is not { } id || api.Validators.ContainsKey(id)
            ? properties.RequestValidatorId
            : throw new StartupException($"{resource.Place}: property 'RequestValidatorId': the REST API has no validator '{id}'");

    private static string? AuthorizerId(TemplateResource resource, MethodProperties properties, RestApi api)
    {
        switch (properties.AuthorizationType)
        {
            case "NONE":
                return null;
            case "COGNITO_USER_POOLS" or "CUSTOM" when api.Authorizers.ContainsKey(properties.AuthorizerId ?? ""):
                return properties.AuthorizerId;
            case "COGNITO_USER_POOLS" or "CUSTOM":
                throw new StartupException(
                    $"{resource.Place}: property 'AuthorizerId': the REST API has no authorizer '{properties.AuthorizerId}'");
            default:
                throw resource.Refuse(nameof(properties.AuthorizationType), $"authorization {properties.AuthorizationType}");
        }
    }

    private IIntegration Integration(TemplateResource resource, MethodProperties.MethodIntegration? integration) => integration?.Type switch
    {
        "AWS_PROXY" => Proxy(resource, integration),
        "MOCK" => MockIntegrationReader.Read(resource, integration),
        null => throw resource.Refuse("Integration", "a method without an integration"),
        var type => throw resource.Refuse("Integration.Type", $"integrations of type {type}"),
    };

    private LambdaProxyIntegration Proxy(TemplateResource resource, MethodProperties.MethodIntegration integration)
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
