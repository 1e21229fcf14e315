using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Http;

/// <summary>
/// The handler of one operation. It always answers: whatever the operation throws is told without detail, and logged in the one
/// line of its request.
/// </summary>
internal sealed class Endpoint(Route route, IOperation operation, TimeProvider time, Log log, CrossOrigin crossOrigin)
{
    private int _requests;

    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest source, ILambdaContext context)
    {
        var start = time.GetTimestamp();
        using var deadline = new Deadline(time, context.RemainingTime - Deadline.Reserve);
        var request = new Request(route, source);
        var (outcome, fault) = await Attempt.RunAsync(() => operation.RunAsync(request, deadline));
        var failure = outcome.Match<Failure?>(_ => null, failure => failure);
        var response = outcome.Match(answer => Responses.Of(route, answer), failure => Responses.Of(failure, request.Id));
        crossOrigin.AddTo(response, request.Origin);
        log.Request(new()
        {
            Operation = route.Operation,
            RequestId = context.AwsRequestId,
            ApiRequestId = request.Id,
            TraceId = Traces.Current(),
            Reader = request.Reader.Match<string?>(reader => reader, _ => null),
            Status = response.StatusCode,
            Problem = failure is null ? null : ProblemType.Of(failure.Kind).Name,
            IsColdStart = Interlocked.Increment(ref _requests) is 1,
            Duration = time.GetElapsedTime(start),
            Usage = deadline.Usage,
            Fault = fault,
        });
        return response;
    }
}
