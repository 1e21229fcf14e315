using Lexicon.Local.ApiGateway.Authorizers;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.Assembly;
using Lexicon.Local.Cognito;

namespace Lexicon.Local.ApiGateway.ResourceTypes;

/// <summary><c>AWS::ApiGateway::Authorizer</c>.</summary>
internal sealed class AuthorizerType(RestApis apis, IUserPools pools, TimeProvider clock)
    : ResourceType<AuthorizerProperties>("AWS::ApiGateway::Authorizer", "a check of tokens before the integration")
{
    private const string HeaderSource = "method.request.header.";

    protected override Realised Realise(Resource resource, AuthorizerProperties properties)
    {
        var api = apis.Of(resource, properties.RestApiId);
        var id = resource.ShortId(6);
        api.Authorizers.Add(id, properties.Type switch
        {
            "COGNITO_USER_POOLS" => Cognito(resource, properties),
            var type => throw resource.Refuse(nameof(properties.Type), $"authorizers of type {type}"),
        });
        return new(id) { Attributes = new Dictionary<string, string> { ["AuthorizerId"] = id } };
    }

    private CognitoAuthorizer Cognito(Resource resource, AuthorizerProperties properties)
    {
        if (properties.IdentitySource?.StartsWith(HeaderSource, StringComparison.Ordinal) != true)
        {
            throw resource.Refuse(nameof(properties.IdentitySource), $"'{properties.IdentitySource}' is not a header");
        }

        var keyRings = properties.ProviderARNs
            .Select(arn => pools.Find(arn) ?? throw new Refusal($"{resource.Place}: property 'ProviderARNs': no user pool '{arn}'"))
            .Select(pool => new KeyRing(pool, clock))
            .ToList();
        return new(properties.IdentitySource[HeaderSource.Length..], properties.IdentityValidationExpression, keyRings, clock);
    }
}
