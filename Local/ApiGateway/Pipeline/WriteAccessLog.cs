using Lexicon.Local.CloudWatchLogs;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Writes the access log of the stage, one event a request, a hyphen where a variable has no value
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html).
/// </summary>
internal sealed class WriteAccessLog(ILogs logs)
{
    /// <summary>Logs a request that was answered.</summary>
    public void Of(Exchange exchange)
    {
        if (exchange.Stage?.AccessLog is { } log)
        {
            logs.Write(log.Group, exchange.Api!.Id, ContextVariables.Substitute(log.Format, exchange, "-"));
        }
    }
}
