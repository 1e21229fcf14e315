using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Method</c>.</summary>
internal sealed class MethodType(RestApis apis, BackendSources sources, IAuthorizer signatures)
    : ResourceType<MethodProperties>("AWS::ApiGateway::Method", "a method of the REST API")
{
    protected override ProvisionedResource Provision(TemplateResource resource, MethodProperties properties)
    {
        var api = apis.Require(resource, properties.RestApiId);
        if (!api.Resources.TryGetValue(properties.ResourceId, out var parent))
        {
            throw resource.NotFound(nameof(properties.ResourceId), $"the resource '{properties.ResourceId}' of the REST API");
        }

        if (properties.RequestParameters.Keys.FirstOrDefault(name => !MappingExpression.IsRequestParameter(name)) is { } unknown)
        {
            throw resource.Refuse(nameof(properties.RequestParameters), $"'{unknown}'");
        }

        var method = new ApiMethod(properties.HttpMethod, Integration(resource, properties))
        {
            Authorizer = Authorizer(resource, properties, api),
            Scopes = properties.AuthorizationScopes,
            ApiKeyRequired = properties.ApiKeyRequired,
            Validator = Validator(resource, properties, api),
            RequiredParameters =
            [
                .. properties.RequestParameters.Where(parameter => parameter.Value).Select(parameter => parameter.Key),
            ],
            Models = properties.RequestModels,
            OperationName = properties.OperationName,
        };
        if (!parent.Methods.TryAdd(method.Name, method))
        {
            throw resource.Invalid(nameof(properties.HttpMethod), $"{parent.Path} has a method {method.Name} already");
        }

        return new(resource.PhysicalName(64));
    }

    private static RequestValidator? Validator(TemplateResource resource, MethodProperties properties, RestApi api) =>
        properties.RequestValidatorId is not { } id ? null
            : api.Validators.GetValueOrDefault(id)
                ?? throw resource.NotFound(nameof(properties.RequestValidatorId), $"the validator '{id}' of the REST API");

    private IAuthorizer? Authorizer(TemplateResource resource, MethodProperties properties, RestApi api) =>
        properties.AuthorizationType switch
        {
            "NONE" => null,
            "AWS_IAM" => signatures,
            "COGNITO_USER_POOLS" or "CUSTOM" => api.Authorizers.GetValueOrDefault(properties.AuthorizerId ?? "")
                ?? throw resource.NotFound(nameof(properties.AuthorizerId), $"the authorizer '{properties.AuthorizerId}' of the REST API"),
            var type => throw resource.Refuse(nameof(properties.AuthorizationType), $"authorization {type}"),
        };

    private IIntegration Integration(TemplateResource resource, MethodProperties method)
    {
        var integration = method.Integration ?? throw resource.Refuse("Integration", "a method without an integration");
        if (integration.ConnectionType != "INTERNET")
        {
            throw resource.Refuse("Integration.ConnectionType", $"{integration.ConnectionType}, which needs a VPC");
        }

        return integration.Type switch
        {
            "AWS_PROXY" => LambdaProxyIntegrationReader.Read(resource, method, sources.Functions, sources.Time),
            "AWS" => IntegrationReader.Aws(resource, method, sources),
            "HTTP" => IntegrationReader.Http(resource, method, sources),
            "HTTP_PROXY" => IntegrationReader.HttpProxy(resource, method, sources),
            "MOCK" => IntegrationReader.Mock(resource, method),
            var type => throw resource.Refuse("Integration.Type", $"integrations of type {type}"),
        };
    }
}
