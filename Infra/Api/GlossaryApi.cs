using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Api;

/// <summary>
/// The REST API and the authorizer of its signed-in routes. The authorizer asks for no scopes, so it takes ID tokens:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html.
/// </summary>
internal sealed class GlossaryApi : Construct
{
    // Below this a compressed answer is hardly smaller.
    private const double CompressedFrom = 1_024;

    private readonly StageSettings _settings;
    private readonly Amazon.CDK.AWS.APIGateway.IResource _root;
    private readonly CognitoUserPoolsAuthorizer _readers;
    private readonly RequestModels _models;
    private readonly RequestValidator _validator;

    public GlossaryApi(Construct scope, string id, StageSettings settings, string userPoolId)
        : base(scope, id)
    {
        _settings = settings;
        CrossOrigin = new CrossOrigin(settings.Options.AllowedOrigins);
        var logs = new GatewayLogs(this, "Logs", settings);

        Api = new RestApi(this, "Api", new RestApiProps
        {
            RestApiName = settings.StageName,
            Description = $"Lexicon {settings.Name}",
            EndpointTypes = [EndpointType.REGIONAL],
            MinCompressionSize = Size.Bytes(CompressedFrom),
            DefaultCorsPreflightOptions = CrossOrigin.Preflight,
            DeployOptions = Deploy(logs),
        });

        // The stack has an output of its own, with a name that does not follow from where the API stands in the tree.
        Api.Node.TryRemoveChild("Endpoint");

        if (!settings.Options.HasFirewall)
        {
            Api.DeploymentStage.Waive(new Waiver(
                "AwsSolutions-APIG3", "A web ACL costs by the hour, so it is an option: context waf=true puts one here."));
        }

        _root = Api.Root;
        logs.ExpectExecutionLogOf(Api, settings);
        GatewayResponses.AddTo(Api, CrossOrigin);
        _models = new RequestModels(Api);
        _validator = Api.AddRequestValidator("Validator", new RequestValidatorOptions
        {
            RequestValidatorName = "body-and-parameters",
            ValidateRequestBody = true,
            ValidateRequestParameters = true,
        });
        _readers = new CognitoUserPoolsAuthorizer(this, "Readers", new CognitoUserPoolsAuthorizerProps
        {
            CognitoUserPools = [UserPool.FromUserPoolId(this, "Pool", userPoolId)],
        });
    }

    public RestApi Api { get; }

    /// <summary>Which pages of other origins may call it.</summary>
    public CrossOrigin CrossOrigin { get; }

    /// <summary>Adds the route's method, and whatever of its path is not there yet.</summary>
    public void Serve(Route route, IFunction function) =>
        Add(route, new LambdaIntegration(function, new LambdaIntegrationOptions { AllowTestInvoke = false }), Options(route));

    /// <summary>The same for a route that API Gateway serves by itself.</summary>
    public void Serve(Route route, ReportIntegration reports)
    {
        var options = Options(route);
        options.MethodResponses = reports.Responses;
        Add(route, reports.Integration, options);
    }

    private void Add(Route route, Integration integration, MethodOptions options)
    {
        var method = _root.ResourceForPath(route.Path).AddMethod(route.Method, integration, options);
        switch (route.Access)
        {
            case Audience.Anyone:
                const string Reason = "Anyone may read what is public; the route table says so, and a test holds the two together.";
                method.Waive(new("AwsSolutions-APIG4", Reason), new("AwsSolutions-COG4", Reason));
                break;
            case Audience.Moderator:
                method.Waive(new Waiver(
                    "AwsSolutions-COG4", "IAM decides who calls it: who has credentials that the identity pool gives to moderators."));
                break;
        }
    }

    private static MethodDeploymentOptions Settings(double rate, double burst) => new()
    {
        LoggingLevel = MethodLoggingLevel.ERROR,
        DataTraceEnabled = false,
        MetricsEnabled = true,
        ThrottlingRateLimit = rate,
        ThrottlingBurstLimit = burst,
    };

    // What is set for one method takes the place of all that is set for the stage, not of that one value.
    private StageOptions Deploy(GatewayLogs logs)
    {
        var settings = Settings(Throttles.Rate, Throttles.Burst);
        return new StageOptions
        {
            StageName = _settings.Name,
            TracingEnabled = true,
            AccessLogDestination = new LogGroupLogDestination(logs.Access),
            AccessLogFormat = GatewayLogs.Format,
            LoggingLevel = settings.LoggingLevel,
            DataTraceEnabled = settings.DataTraceEnabled,
            MetricsEnabled = settings.MetricsEnabled,
            ThrottlingRateLimit = settings.ThrottlingRateLimit,
            ThrottlingBurstLimit = settings.ThrottlingBurstLimit,
            MethodOptions = Throttles.OfWrites(_settings.Routes, Settings),
        };
    }

    private MethodOptions Options(Route route) => new()
    {
        OperationName = route.Operation,
        AuthorizationType = route.Access switch
        {
            Audience.SignedIn => AuthorizationType.COGNITO,
            Audience.Moderator => AuthorizationType.IAM,
            _ => AuthorizationType.NONE,
        },
        Authorizer = route.Access is Audience.SignedIn ? _readers : null,

        // The distribution has a key (OriginKeys), and nobody gets in beside it without one.
        ApiKeyRequired = true,
        RequestValidator = _validator,
        RequestParameters = RequestParameters.For(route),
        RequestModels = _models.For(route),
    };
}
