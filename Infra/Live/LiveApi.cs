using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Live;

/// <summary>
/// The WebSocket API with its stage. Who may connect is asked once, at <c>$connect</c>:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html.
/// </summary>
internal sealed class LiveApi : Construct
{
    private const string Connect = "$connect";
    private const string Ticket = "route.request.querystring.ticket";

    // Messages and connections a second of each route, all readers together, and at once.
    private const double Rate = 100;
    private const double Burst = 200;

    private readonly StageSettings _settings;
    private readonly CfnApi _api;
    private readonly string _stackArn;
    private string? _authorizerId;

    public LiveApi(Construct scope, string id, StageSettings settings)
        : base(scope, id)
    {
        _settings = settings;
        _api = new CfnApi(this, "Api", new CfnApiProps
        {
            Name = $"{settings.StageName}-Live",
            Description = $"Lexicon {settings.Name}: live updates",
            ProtocolType = "WEBSOCKET",
            RouteSelectionExpression = "$request.body.action",
        });
        _stackArn = Stack.Of(this).FormatArn(new ArnComponents { Service = "execute-api", Resource = _api.Ref });
        var logs = new LiveLogs(this, "Logs", settings, _api.Ref);
        var stage = new CfnStage(this, "Stage", new CfnStageProps
        {
            ApiId = _api.Ref,
            StageName = settings.Name,
            AutoDeploy = true,
            AccessLogSettings = new CfnStage.AccessLogSettingsProperty
            {
                DestinationArn = logs.Access.LogGroupArn,
                Format = LiveLogs.Format,
            },
            DefaultRouteSettings = new CfnStage.RouteSettingsProperty
            {
                LoggingLevel = "ERROR",
                DataTraceEnabled = false,
                DetailedMetricsEnabled = true,
                ThrottlingRateLimit = Rate,
                ThrottlingBurstLimit = Burst,
            },
        });
        stage.AddResourceDependency((CfnResource)logs.Execution.Node.DefaultChild!);
    }

    /// <summary>Where clients connect.</summary>
    public string Address => $"wss://{Host}/{_settings.Name}";

    /// <summary>What a function that sends has to know.</summary>
    public IReadOnlyDictionary<string, string> Variables =>
        new Dictionary<string, string> { ["LIVE_ENDPOINT"] = $"https://{Host}/{_settings.Name}" };

    /// <summary>
    /// What lets a function send to any connection, and do nothing else to it: which connections there are is known at run time alone.
    /// See https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html.
    /// </summary>
    public PolicyStatementProps Send => new()
    {
        Actions = ["execute-api:ManageConnections"],
        Resources = [$"{_stackArn}/{_settings.Name}/POST/@connections/*"],
    };

    /// <summary>Of the wildcard in <see cref="Send"/>.</summary>
    public Waiver WaiverOfSend => new(
        "AwsSolutions-IAM5",
        "Which connections there are is known at run time alone: any connection of the one stage, to send to it.",
        $"Resource::arn:aws:execute-api:{_settings.Region}:<AWS::AccountId>:<{Stack.Of(this).GetLogicalId(_api)}>"
            + $"/{_settings.Name}/POST/@connections/*");

    private string Host => $"{_api.Ref}.execute-api.{_settings.Region}.{Aws.URL_SUFFIX}";

    /// <summary>Lets a function decide who may connect.</summary>
    public void AuthorizeBy(Alias function)
    {
        var authorizer = new CfnAuthorizer(this, "Authorizer", new CfnAuthorizerProps
        {
            ApiId = _api.Ref,
            Name = "Tickets",
            AuthorizerType = "REQUEST",
            AuthorizerUri = Invocations(function),
            IdentitySource = [Ticket],
        });
        _authorizerId = authorizer.Ref;
        Permit(this, "Authorization", function, $"authorizers/{authorizer.Ref}");
    }

    /// <summary>Adds a route with its function.</summary>
    public void Serve(LiveRoute route, Alias function)
    {
        var scope = new Construct(this, route.Operation);
        var integration = new CfnIntegration(scope, "Integration", new CfnIntegrationProps
        {
            ApiId = _api.Ref,
            IntegrationType = "AWS_PROXY",
            IntegrationUri = Invocations(function),
        });
        var asksWho = route.Key == Connect;
        var declared = new CfnRoute(scope, "Route", new CfnRouteProps
        {
            ApiId = _api.Ref,
            RouteKey = route.Key,
            AuthorizationType = asksWho ? "CUSTOM" : "NONE",
            AuthorizerId = asksWho ? _authorizerId : null,
            Target = $"integrations/{integration.Ref}",
            RouteResponseSelectionExpression = route.Responds ? "$default" : null,
        });
        if (!asksWho)
        {
            declared.Waive(new Waiver(
                "AwsSolutions-APIG4", "A WebSocket API asks who connects, once: no other route than $connect takes an authorizer."));
        }

        if (route.Responds)
        {
            _ = new CfnRouteResponse(scope, "Response", new CfnRouteResponseProps
            {
                ApiId = _api.Ref,
                RouteId = declared.Ref,
                RouteResponseKey = "$default",
            });
        }

        Permit(scope, "Permission", function, $"{_settings.Name}/{route.Key}");
    }

    private void Permit(Construct scope, string id, Alias function, string source) =>
        _ = new CfnPermission(scope, id, new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = function.FunctionArn,
            Principal = "apigateway.amazonaws.com",
            SourceArn = $"{_stackArn}/{source}",
        });

    private string Invocations(Alias function) =>
        $"arn:aws:apigateway:{_settings.Region}:lambda:path/2015-03-31/functions/{function.FunctionArn}/invocations";
}
