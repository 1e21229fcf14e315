using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Live;

/// <summary>
/// The handler of one route of the WebSocket API. A failure is a message to the client, since its status says nothing to anybody; to
/// <c>$connect</c> it is a refusal.
/// </summary>
internal sealed class LiveEndpoint(LiveRoute route, ILiveOperation operation, TimeProvider time, Log log)
{
    private int _requests;

    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest source, ILambdaContext context)
    {
        var start = time.GetTimestamp();
        using var deadline = new Deadline(time, context.RemainingTime - Deadline.Reserve);
        var request = new LiveRequest(source);
        var (outcome, fault) = await Attempt.RunAsync(() => operation.RunAsync(request, deadline));
        var failure = outcome.Match<Failure?>(_ => null, failure => failure);
        var response = new APIGatewayProxyResponse
        {
            StatusCode = failure is null ? 200 : ProblemType.Of(failure.Kind).Status,
            Body = outcome.Match(answer => answer.Body, Tell),
        };
        log.Request(new()
        {
            Operation = route.Operation,
            RequestId = context.AwsRequestId,
            ApiRequestId = request.Id,
            TraceId = Traces.Current(),
            Reader = request.Reader,
            Status = response.StatusCode,
            Problem = failure is null ? null : ProblemType.Of(failure.Kind).Name,
            IsColdStart = Interlocked.Increment(ref _requests) is 1,
            Duration = time.GetElapsedTime(start),
            Usage = deadline.Usage,
            Fault = fault,
        });
        return response;
    }

    private static string Tell(Failure failure) => JsonSerializer.Serialize(
        new LiveEvent { Type = "problem", Problem = ProblemType.Of(failure.Kind).Name, Detail = failure.Detail },
        ContractJson.Default.LiveEvent);
}
