using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Lexicon.Infra.Api;

/// <summary>
/// What API Gateway writes: a line of JSON for each request, and what goes wrong on its own side of a request. See
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html.
/// </summary>
internal sealed class GatewayLogs : Construct
{
    private static readonly JsonSerializerOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Nothing of it is the reader's: no token, no claim, no body, and the path without its ids. A variable without a value is
    // written as a hyphen, so that each stands between quotes.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["requestId"] = "$context.requestId",
        ["extendedRequestId"] = "$context.extendedRequestId",
        ["requestTime"] = "$context.requestTime",
        ["ip"] = "$context.identity.sourceIp",
        ["protocol"] = "$context.protocol",
        ["httpMethod"] = "$context.httpMethod",
        ["resourcePath"] = "$context.resourcePath",
        ["status"] = "$context.status",
        ["responseLength"] = "$context.responseLength",
        ["responseLatency"] = "$context.responseLatency",
        ["integrationLatency"] = "$context.integration.latency",
        ["integrationStatus"] = "$context.integration.status",
        ["integrationError"] = "$context.integration.error",
        ["authorizerStatus"] = "$context.authorizer.status",
        ["authorizerError"] = "$context.authorizer.error",
        ["errorType"] = "$context.error.responseType",
        ["errorMessage"] = "$context.error.message",
        ["wafResponse"] = "$context.wafResponseCode",
        ["xrayTraceId"] = "$context.xrayTraceId",
    };

    public GatewayLogs(Construct scope, string id, StageSettings settings)
        : base(scope, id)
    {
        Access = new LogGroup(this, "Access", new LogGroupProps
        {
            LogGroupName = $"/aws/apigateway/{settings.StageName}/access",
            Retention = settings.LogRetention,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
    }

    /// <summary>Where the lines of the requests go.</summary>
    public LogGroup Access { get; }

    public static AccessLogFormat Format { get; } = AccessLogFormat.Custom(JsonSerializer.Serialize(Fields, AsItStands));

    /// <summary>
    /// Declares the group that API Gateway writes its execution log to, by the name that API Gateway gives it: it would create
    /// the group itself, without an end, and leave it behind.
    /// </summary>
    public void ExpectExecutionLogOf(RestApi api, StageSettings settings)
    {
        var execution = new LogGroup(this, "Execution", new LogGroupProps
        {
            LogGroupName = $"API-Gateway-Execution-Logs_{api.RestApiId}/{settings.Name}",
            Retention = settings.LogRetention,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        api.DeploymentStage.Node.AddDependency(execution);
    }
}
