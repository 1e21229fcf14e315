using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudWatchLogs;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Writes the execution log of the stage
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html): why a request failed and with which
/// status it ended; at the level INFO also that it began. Bodies and headers, which AWS traces on demand, are never written.
/// </summary>
internal sealed class WriteExecutionLog(ILogs logs) : IResponseStep
{
    /// <summary>The name that API Gateway gives to the log group of a stage.</summary>
    public static string GroupName(RestApi api, Stage stage) => $"API-Gateway-Execution-Logs_{api.Id}/{stage.Name}";

    public ValueTask RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        // A request that no method was found for is in no execution log.
        if (exchange is { Resource: { } resource, Method: { } method, Stage: { } stage })
        {
            Write(exchange, resource, method, stage);
        }

        return ValueTask.CompletedTask;
    }

    private void Write(Exchange exchange, ApiResource resource, ApiMethod method, Stage stage)
    {
        var level = stage.Setting(resource, method.Name, static setting => setting.Logging) ?? LoggingLevel.Off;
        if (level == LoggingLevel.Info || (level == LoggingLevel.Error && exchange.Failure is not null))
        {
            var group = GroupName(exchange.Api!, stage);
            foreach (var line in Lines(exchange, resource, level))
            {
                logs.Write(group, exchange.Api!.Id, $"({exchange.Ids.RequestId}) {line}");
            }
        }
    }

    private static IEnumerable<string> Lines(Exchange exchange, ApiResource resource, LoggingLevel level)
    {
        if (level == LoggingLevel.Info)
        {
            yield return $"Extended Request Id: {exchange.Ids.ExtendedRequestId}";
            yield return $"Starting execution for request: {exchange.Ids.RequestId}";
            yield return $"HTTP Method: {exchange.Request.Method}, Resource Path: {resource.Path}";
        }

        if (exchange.Failure is { } failure)
        {
            yield return failure.Cause ?? failure.Message ?? failure.Type.Name;
        }
        else
        {
            yield return "Successfully completed execution";
        }

        yield return $"Method completed with status: {exchange.Response!.Status}";
    }
}
