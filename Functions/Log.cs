using Amazon.Lambda.Core;

namespace Lexicon.Functions;

/// <summary>Every message of the log. None holds a body, a token or anything else that a reader wrote.</summary>
internal static class Log
{
    public static void Busy(ILambdaContext context, Route route, string? requestId, Exception fault) =>
        context.Logger.LogWarning(
            $"{route.Operation} did not reach the table. {Ids(context, requestId)}: {fault.GetType().Name}: {fault.Message}");

    public static void Unexpected(ILambdaContext context, Route route, string? requestId, Exception fault) =>
        context.Logger.LogError(
            $"{route.Operation} failed. {Ids(context, requestId)}: {fault}");

    private static string Ids(ILambdaContext context, string? requestId) =>
        $"API request {requestId}, invocation {context.AwsRequestId}";
}
