using Amazon.Lambda.Core;

namespace Lexicon.Functions;

/// <summary>Every message of the log. None holds a body, a token or anything else that a reader wrote.</summary>
internal static class Log
{
    public static void Busy(ILambdaContext context, Route route, string? requestId, Exception fault) =>
        context.Logger.LogWarning(
            $"{route.Operation} could not reach the table in time. API request {requestId}, invocation {context.AwsRequestId}: {fault.GetType().Name}: {fault.Message}");

    public static void Unexpected(ILambdaContext context, Route route, string? requestId, Exception fault) =>
        context.Logger.LogError(
            $"{route.Operation} failed. API request {requestId}, invocation {context.AwsRequestId}: {fault}");
}
