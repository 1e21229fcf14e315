using Amazon.Runtime;

namespace Lexicon.Functions.Tests.Support;

/// <summary>What an operation finds wrong with a body, without a table: a body that it accepts fails there, which is told apart.</summary>
internal static class RefusedMembers
{
    private static readonly MeteredDynamoDb NoTable =
        new(new AnonymousAWSCredentials(), new() { ServiceURL = "http://127.0.0.1" }) { Fault = new TableReachedException() };

    /// <summary>The pointers to what is wrong, each once; none where the body is accepted.</summary>
    public static async Task<string[]> OfAsync(Route route, string body)
    {
        var log = new LogLines();
        var endpoint = Function.Named(
            route.Operation, () => NoTable, TestTable.Name, TimeProvider.System, log.Log, () => new FakeImageFiles());
        var call = ValidCalls.On(route, "reader", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAW") with { Body = body };
        var reply = new Reply(await endpoint.HandleAsync(call.ToEvent(), new TestContext(TimeSpan.FromSeconds(60))));
        if (log.Text.Contains(nameof(TableReachedException), StringComparison.Ordinal))
        {
            return [];
        }

        Assert.Equal((400, "/problems/invalid-content"), (reply.Status, reply.Problem));
        return [.. reply.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).Distinct()];
    }

    private sealed class TableReachedException() : Exception("The body was accepted.");
}
