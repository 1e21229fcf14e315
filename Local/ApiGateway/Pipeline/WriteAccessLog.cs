using Lexicon.Local.CloudWatchLogs;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Writes the access log of the stage, one event per request, a hyphen where a variable has no value
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html).
/// </summary>
internal sealed class WriteAccessLog(ILogs logs) : IResponseStep
{
    public ValueTask RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        if (exchange.Stage?.AccessLog is { } log)
        {
            logs.Write(log.Group, exchange.Api!.Id, ContextVariables.Substitute(log.Format, exchange, "-"));
        }

        return ValueTask.CompletedTask;
    }
}
