using Lexicon.Local.ApiGateway.Authorizers;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Cognito;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Authorizer</c>.</summary>
internal sealed class AuthorizerType(
    RestApis apis, IUserPools pools, IFunctions functions, IIdentities identities, TimeProvider time)
    : ResourceType<AuthorizerProperties>("AWS::ApiGateway::Authorizer", "a check of tokens before the integration")
{
    private const int LongestTtl = 3600;
    private const string HeaderSource = "method.request.header.";
    private const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    protected override ProvisionedResource Provision(TemplateResource resource, AuthorizerProperties properties)
    {
        var api = apis.Require(resource, properties.RestApiId);
        resource.CheckRange(
            nameof(properties.AuthorizerResultTtlInSeconds), properties.AuthorizerResultTtlInSeconds, 0, LongestTtl);
        var id = resource.ShortId(6);
        api.Authorizers.Add(id, properties.Type switch
        {
            "COGNITO_USER_POOLS" => Cognito(resource, properties),
            "TOKEN" or "REQUEST" => new LambdaAuthorizer(Settings(resource, properties, id), functions, identities, time),
            var type => throw resource.Refuse(nameof(properties.Type), $"authorizers of type {type}"),
        });
        return new(id) { Attributes = new Dictionary<string, string> { ["AuthorizerId"] = id } };
    }

    private static LambdaAuthorizerSettings Settings(TemplateResource resource, AuthorizerProperties properties, string id)
    {
        var isToken = properties.Type == "TOKEN";
        var sources = (properties.IdentitySource ?? "").Split(',', Clean);
        if (sources.Any(source => !MappingExpression.IsKnown(source))
            || (isToken ? sources is not [var only] || !only.StartsWith(HeaderSource, StringComparison.Ordinal)
                : sources.Length == 0 && properties.AuthorizerResultTtlInSeconds > 0))
        {
            throw resource.Refuse(
                nameof(properties.IdentitySource), $"'{properties.IdentitySource}' of an authorizer of type {properties.Type}");
        }

        return new()
        {
            Id = id,
            FunctionArn = LambdaProxyIntegration.ParseFunctionArn(properties.AuthorizerUri ?? "")
                ?? throw resource.Refuse(
                    nameof(properties.AuthorizerUri), $"'{properties.AuthorizerUri}' is not the invocations of a function"),
            IsToken = isToken,
            IdentitySources = sources,
            ValidationExpression = isToken ? properties.IdentityValidationExpression : null,
            TimeToLive = TimeSpan.FromSeconds(properties.AuthorizerResultTtlInSeconds),
        };
    }

    private CognitoAuthorizer Cognito(TemplateResource resource, AuthorizerProperties properties)
    {
        if (properties.IdentitySource?.StartsWith(HeaderSource, StringComparison.Ordinal) != true)
        {
            throw resource.Refuse(nameof(properties.IdentitySource), $"'{properties.IdentitySource}' is not a header");
        }

        var keyRings = properties.ProviderARNs
            .Select(arn => pools.Find(arn)
                ?? throw resource.NotFound(nameof(properties.ProviderARNs), $"the user pool '{arn}'"))
            .Select(pool => new KeyRing(pool, time))
            .ToList();
        return new(properties.IdentitySource[HeaderSource.Length..], properties.IdentityValidationExpression, keyRings, time);
    }
}
