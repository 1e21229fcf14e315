using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Logging;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>
/// The authorizer of <c>$connect</c>: takes the ticket that the query names, once, and says whose it was
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html). Whoever has none is denied.
/// </summary>
internal sealed class TakeLiveTicket(LiveStore tickets, TimeProvider time, Log log)
{
    /// <summary>The name of the reason of a refusal in the context: access logs can name it, and the runner's console shows it.</summary>
    public const string ReasonName = "reason";

    private const string Nobody = "anyone";

    private int _requests;

    public async Task<APIGatewayCustomAuthorizerResponse> HandleAsync(
        APIGatewayCustomAuthorizerRequest source, ILambdaContext context)
    {
        var start = time.GetTimestamp();
        using var deadline = new Deadline(time, context.RemainingTime);
        var text = source.QueryStringParameters?.TryGetValue("ticket", out var value) is true ? value : null;
        var (ticket, refusal) = Ulid.TryParse(text, out var id)
            ? await tickets.TakeTicketAsync(id, deadline)
            : (null, text is null ? TicketRefusal.None : TicketRefusal.Malformed);
        log.Request(new()
        {
            Operation = nameof(TakeLiveTicket),
            RequestId = context.AwsRequestId,
            ApiRequestId = source.RequestContext?.RequestId,
            TraceId = Traces.Current(),
            Reader = ticket?.Reader,
            Status = refusal is null ? 200 : 403,
            Problem = refusal?.Name,
            IsColdStart = Interlocked.Increment(ref _requests) is 1,
            Duration = time.GetElapsedTime(start),
            Usage = deadline.Usage,
        });
        return new()
        {
            PrincipalID = ticket?.Reader ?? Nobody,
            PolicyDocument = new()
            {
                Statement =
                [
                    new()
                    {
                        Effect = refusal is null ? "Allow" : "Deny",
                        Action = ["execute-api:Invoke"],
                        Resource = [source.MethodArn],
                    },
                ],
            },
            Context = refusal is not null ? new() { [ReasonName] = refusal.Reason }
                : ticket?.Reader is { } reader ? new() { [LiveRequest.ReaderName] = reader }
                : null,
        };
    }
}
