using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudWatchLogs;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// Writes the access log and the execution log of the stage
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html), one event of the client at a time.
/// </summary>
internal sealed class SocketLog(ILogs logs)
{
    /// <summary>The name that API Gateway gives to the execution log of a stage.</summary>
    public static string GroupName(string apiId, string stageName) => $"/aws/apigateway/{apiId}/{stageName}";

    /// <summary>Writes what became of an event.</summary>
    public void Write(SocketExchange exchange)
    {
        var (api, stage) = (exchange.Api, exchange.Stage);
        if (stage.AccessLog is { } access)
        {
            logs.Write(access.Group, api.Id, SocketVariables.Substitute(access.Format, exchange));
        }

        var level = stage.LoggingOf(exchange.RouteKey);
        if (level == LoggingLevel.Info || (level == LoggingLevel.Error && exchange.Failure is not null))
        {
            var what = exchange.Failure is { } failure ? failure.Cause ?? failure.Message : "Successfully completed execution";
            logs.Write(
                GroupName(api.Id, stage.Name), api.Id, $"({exchange.RequestId}) [{exchange.RouteKey}] {what}: {exchange.Status}");
        }
    }
}
