using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Http;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Makes the context of each invocation, and makes the invocation the current one: for the log, and for X-Ray, which looks for
/// the trace in <c>_X_AMZN_TRACE_ID</c>.
/// </summary>
internal sealed class InvocationContexts(
    LambdaEnvironment environment, FunctionLog log, TimeProvider time, Action<string?> setTraceVariable)
{
    private readonly ILambdaLogger _logger = new FunctionLogger(log);

    public ILambdaContext Create(ResponseHead head)
    {
        setTraceVariable(head.TraceId);
        log.Follow(head.RequestId!, head.TraceId);
        return new LambdaContext(head, environment, _logger, time);
    }
}
