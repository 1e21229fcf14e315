using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using Lexicon.Functions;

namespace Lexicon.Infra.Api;

/// <summary>
/// The REST API and the authorizer of its signed-in routes. The authorizer asks for no scopes, so it takes ID tokens:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html.
/// </summary>
internal sealed class GlossaryApi : Construct
{
    private readonly CognitoUserPoolsAuthorizer _readers;

    public GlossaryApi(Construct scope, string id, StageSettings settings, string userPoolId)
        : base(scope, id)
    {
        Api = new RestApi(this, "Api", new RestApiProps
        {
            Description = $"Lexicon {settings.Name}",
            EndpointTypes = [EndpointType.REGIONAL],
            DeployOptions = new StageOptions { StageName = settings.Name, TracingEnabled = true },
        });

        // The stack has an output of its own, with a name that does not follow from where the API stands in the tree.
        Api.Node.TryRemoveChild("Endpoint");

        _readers = new CognitoUserPoolsAuthorizer(this, "Readers", new CognitoUserPoolsAuthorizerProps
        {
            CognitoUserPools = [UserPool.FromUserPoolId(this, "Pool", userPoolId)],
        });
    }

    public RestApi Api { get; }

    /// <summary>Adds the route's method, and whatever of its path is not there yet.</summary>
    public void Serve(Route route, IFunction function)
    {
        var integration = new LambdaIntegration(function, new LambdaIntegrationOptions { AllowTestInvoke = false });
        _ = Api.Root.ResourceForPath(route.Path).AddMethod(route.Method, integration, Options(route));
    }

    private MethodOptions Options(Route route) => route.Access switch
    {
        Access.Anyone => new MethodOptions { OperationName = route.Operation, AuthorizationType = AuthorizationType.NONE },
        Access.SignedIn => new MethodOptions
        {
            OperationName = route.Operation,
            AuthorizationType = AuthorizationType.COGNITO,
            Authorizer = _readers,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(route), route.Access, "No such access."),
    };
}
