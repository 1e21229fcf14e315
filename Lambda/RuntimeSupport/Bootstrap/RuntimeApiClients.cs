using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Http;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes the client of this process from its environment.</summary>
internal static class RuntimeApiClients
{
    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    public static RuntimeApiClient Create(LambdaBootstrapOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var address = RuntimeApiAddress.Parse(
            options.RuntimeApiEndpoint ?? Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"));
        var contexts = new InvocationContexts(
            new(Environment.GetEnvironmentVariable),
            ConsoleLog.Install(LogSettings.From(Environment.GetEnvironmentVariable)),
            TimeProvider.System,
            trace => Environment.SetEnvironmentVariable(TraceVariable, trace));
        return new(address.Host, new(address.Connect, TimeProvider.System), contexts);
    }
}
