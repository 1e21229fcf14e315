using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Logging;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Http;

/// <summary>
/// The handler of one operation. It always answers: whatever the operation throws is told without detail, and logged in the one
/// line of its request.
/// </summary>
internal sealed class Endpoint(Route route, IOperation operation, TimeProvider time, Log log, CrossOrigin crossOrigin)
{
    /// <summary>What is kept back of an invocation's time to answer and log in.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(300);

    private int _requests;

    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest source, ILambdaContext context)
    {
        var start = time.GetTimestamp();
        using var deadline = new Deadline(time, context.RemainingTime - Reserve);
        var request = new Request(route, source);
        var (outcome, fault) = await RunAsync(request, deadline);
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

    private async Task<(Result<Answer> Outcome, Exception? Fault)> RunAsync(Request request, Deadline deadline)
    {
        try
        {
            return (await operation.RunAsync(request, deadline), null);
        }
        catch (Exception fault) when (StoreFaults.MeansBusy(fault))
        {
            return (Failure.Busy, fault);
        }

        // The one place that catches everything: no caller is left without an answer.
        catch (Exception fault)
        {
            return (Failure.Unexpected, fault);
        }
    }
}
