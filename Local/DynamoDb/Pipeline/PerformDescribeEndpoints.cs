using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>
/// <c>DescribeEndpoints</c>, by which an SDK learns where to send its requests: to where it sent this one
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeEndpoints.html).
/// </summary>
internal sealed class PerformDescribeEndpoints : IStep
{
    private const int Day = 1440;

    public ValueTask<IResult?> RunAsync(Exchange exchange) => ValueTask.FromResult<IResult?>(exchange.Operation != "DescribeEndpoints"
        ? null
        : new JsonResponse(
            new JsonObject
            {
                ["Endpoints"] = new JsonArray(new JsonObject
                {
                    ["Address"] = exchange.Context.Request.Host.Value,
                    ["CachePeriodInMinutes"] = Day,
                }),
            },
            Guid.NewGuid().ToString()));
}
