using System.Globalization;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using Lexicon.Functions;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;

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
            RestApiName = settings.StageName,
            Description = $"Lexicon {settings.Name}",
            EndpointTypes = [EndpointType.REGIONAL],
            DeployOptions = new StageOptions { StageName = settings.Name, TracingEnabled = true },
        });

        // The stack has an output of its own, with a name that does not follow from where the API stands in the tree.
        Api.Node.TryRemoveChild("Endpoint");

        RefuseAsAProblem("TooLarge", ResponseType_.REQUEST_TOO_LARGE, ProblemType.Of(FailureKind.BodyTooLarge));

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

    // A problem as the handlers write it. The template stands under application/json, API Gateway's default, so that it is
    // found whatever the client accepts; the header says what it is.
    private void RefuseAsAProblem(string id, ResponseType_ refusal, ProblemType problem) =>
        Api.AddGatewayResponse(id, new GatewayResponseOptions
        {
            Type = refusal,
            StatusCode = problem.Status.ToString(CultureInfo.InvariantCulture),
            ResponseHeaders = new Dictionary<string, string> { ["Content-Type"] = "'application/problem+json'" },
            Templates = new Dictionary<string, string>
            {
                ["application/json"] =
                    $$"""{"type":"{{problem.Uri}}","title":"{{problem.Title}}","status":{{problem.Status}},"detail":""" +
                    """$context.error.messageString,"instance":"urn:uuid:$context.requestId"}""",
            },
        });

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
