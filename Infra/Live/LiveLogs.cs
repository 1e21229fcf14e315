using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Lexicon.Infra.Live;

/// <summary>
/// Where the WebSocket API writes a line for each event, and its errors:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html.
/// </summary>
internal sealed class LiveLogs : Construct
{
    private static readonly JsonSerializerOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["requestId"] = "$context.requestId",
        ["requestTime"] = "$context.requestTime",
        ["eventType"] = "$context.eventType",
        ["routeKey"] = "$context.routeKey",
        ["status"] = "$context.status",
        ["connectionId"] = "$context.connectionId",
        ["messageId"] = "$context.messageId",
        ["sourceIp"] = "$context.identity.sourceIp",
        ["integrationError"] = "$context.integrationErrorMessage",
        ["errorType"] = "$context.error.responseType",
        ["errorMessage"] = "$context.error.message",
    };

    public LiveLogs(Construct scope, string id, StageSettings settings, string apiId)
        : base(scope, id)
    {
        Access = Group("Access", settings, $"/aws/apigateway/{settings.StageName}/live");

        // API Gateway would create the group itself, without an end, and leave it behind.
        Execution = Group("Execution", settings, $"/aws/apigateway/{apiId}/{settings.Name}");
    }

    /// <summary>Where the lines of the events go.</summary>
    public LogGroup Access { get; }

    /// <summary>Where errors go.</summary>
    public LogGroup Execution { get; }

    public static string Format { get; } = JsonSerializer.Serialize(Fields, AsItStands);

    private LogGroup Group(string id, StageSettings settings, string name) => new(this, id, new LogGroupProps
    {
        LogGroupName = name,
        Retention = settings.LogRetention,
        RemovalPolicy = RemovalPolicy.DESTROY,
    });
}
