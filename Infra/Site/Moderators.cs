using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Api;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Site;

/// <summary>
/// What makes a signed-in moderator a caller that IAM knows: an identity pool, which gives the credentials of one role to whoever has the
/// group in the claim of the token, and to nobody else any. See
/// https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html.
/// </summary>
internal sealed class Moderators : Construct
{
    private const string Provider = "cognito-identity.amazonaws.com";

    public Moderators(Construct scope, string id, StageSettings settings, string issuer, string clientId, string apiId)
        : base(scope, id)
    {
        // The issuer without its scheme.
        ProviderName = Fn.Select(1, Fn.Split("//", issuer));
        var pool = new CfnIdentityPool(this, "Pool", new CfnIdentityPoolProps
        {
            AllowUnauthenticatedIdentities = false,
            AllowClassicFlow = false,
            CognitoIdentityProviders = new[]
            {
                new CfnIdentityPool.CognitoIdentityProviderProperty { ClientId = clientId, ProviderName = ProviderName },
            },
        });
        PoolId = pool.Ref;
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new WebIdentityPrincipal(Provider, new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, string> { [$"{Provider}:aud"] = PoolId },
                ["ForAnyValue:StringEquals"] = new Dictionary<string, string> { [$"{Provider}:amr"] = "authenticated" },
            }),
            Description = $"A moderator of Lexicon {settings.Name}",
            InlinePolicies = Permissions(settings, apiId),
        });
        role.Waive(new Waiver(
            "AwsSolutions-IAM5",
            "Which reports there are is known at run time alone: any report, to decide it.",
            [.. Routes(settings).Where(route => RequestParameters.AnyValueIn(route.Path) != route.Path).Select(route =>
                $"Resource::{MethodArn(settings, route, $"{settings.StageName}-Api-ApiId", "<AWS::AccountId>")}")]));

        _ = new CfnIdentityPoolRoleAttachment(this, "Roles", new CfnIdentityPoolRoleAttachmentProps
        {
            IdentityPoolId = PoolId,
            RoleMappings = new Dictionary<string, object>
            {
                ["readers"] = new CfnIdentityPoolRoleAttachment.RoleMappingProperty
                {
                    IdentityProvider = $"{ProviderName}:{clientId}",
                    Type = "Rules",
                    AmbiguousRoleResolution = "Deny",
                    RulesConfiguration = new CfnIdentityPoolRoleAttachment.RulesConfigurationTypeProperty
                    {
                        Rules = new[]
                        {
                            new CfnIdentityPoolRoleAttachment.MappingRuleProperty
                            {
                                Claim = "cognito:groups",
                                MatchType = "Contains",
                                Value = Readers.Moderators,
                                RoleArn = role.RoleArn,
                            },
                        },
                    },
                },
            },
        });
    }

    /// <summary>The identity pool.</summary>
    public string PoolId { get; }

    /// <summary>The name that the user pool has there.</summary>
    public string ProviderName { get; }

    private static IEnumerable<Route> Routes(StageSettings settings) =>
        settings.Routes.Where(route => route.Access is Audience.Moderator);

    // Without a route for moderators there is nothing that they may do.
    private static Dictionary<string, PolicyDocument> Permissions(StageSettings settings, string apiId)
    {
        var methods = Routes(settings).Select(route => MethodArn(settings, route, apiId, Aws.ACCOUNT_ID)).ToArray();
        return methods is []
            ? []
            : new()
            {
                ["Moderation"] = PolicyDocuments.Allow(
                    new PolicyStatementProps { Actions = ["execute-api:Invoke"], Resources = methods }),
            };
    }

    // Of a parameter any value: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html.
    private static string MethodArn(StageSettings settings, Route route, string apiId, string account) =>
        $"arn:aws:execute-api:{settings.Region}:{account}:{apiId}/{settings.Name}/{route.Method}{RequestParameters.AnyValueIn(route.Path)}";
}
