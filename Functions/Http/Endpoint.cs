using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Http;

/// <summary>
/// The handler of one operation. It always answers: whatever the operation throws is logged with its request id and told without
/// detail.
/// </summary>
internal sealed class Endpoint(Route route, IOperation operation, TimeProvider clock)
{
    /// <summary>What is kept back of an invocation's time to answer and log in.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(300);

    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest request, ILambdaContext context)
    {
        using var deadline = new Deadline(clock, context.RemainingTime - Reserve);
        var outcome = await RunAsync(request, context, deadline);
        return outcome.Match(
            answer => Responses.Of(route, answer),
            failure => Responses.Of(failure, request.RequestContext?.RequestId));
    }

    private async Task<Result<Answer>> RunAsync(APIGatewayProxyRequest request, ILambdaContext context, Deadline deadline)
    {
        try
        {
            return await operation.RunAsync(new(route, request), deadline);
        }
        catch (Exception fault) when (StoreFaults.MeansBusy(fault))
        {
            Log.Busy(context, route, request.RequestContext?.RequestId, fault);
            return Failure.Busy;
        }

        // The one place that catches everything: no caller is left without an answer.
        catch (Exception fault)
        {
            Log.Unexpected(context, route, request.RequestContext?.RequestId, fault);
            return Failure.Unexpected;
        }
    }
}
