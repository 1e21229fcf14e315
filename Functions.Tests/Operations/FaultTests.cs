using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class FaultTests(TestTable table) : IClassFixture<TestTable>
{
    public static TheoryData<Exception> PassingFaults =>
    [
        new ProvisionedThroughputExceededException("secret"),
        new RequestLimitExceededException("secret"),
        new AmazonDynamoDBException("secret") { ErrorCode = "ThrottlingException", StatusCode = HttpStatusCode.BadRequest },
        new InternalServerErrorException("secret") { StatusCode = HttpStatusCode.InternalServerError },
        new AmazonDynamoDBException("secret") { StatusCode = HttpStatusCode.ServiceUnavailable },
        new HttpRequestException("secret"),
        new OperationCanceledException("secret"),
    ];

    [Theory]
    [MemberData(nameof(PassingFaults), DisableDiscoveryEnumeration = true)]
    public async Task AFaultThatPasses_Is503WithRetryAfter_AndTellsNothing(Exception fault)
    {
        using var client = table.NewClient();
        client.Fault = fault;

        var reply = await table.Api().Through(client).CreateGlossaryAsync();

        Assert.Equal((503, "/problems/busy", "1"), (reply.Status, reply.Problem, reply.Header("Retry-After")));
        Assert.DoesNotContain("secret", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyOtherFault_Is500WithoutDetail_AndLoggedWithTheRequestId()
    {
        using var client = table.NewClient();
        client.Fault = new InvalidOperationException("secret");
        var api = table.Api().Through(client);
        var (context, log) = (new TestContext(TimeSpan.FromSeconds(9)), new LogLines());

        var reply = new Reply(await api.Endpoint("CreateGlossary", log).HandleAsync(
            new Call { Reader = api.Reader, Body = Api.GlossaryBody("private words") }.ToEvent(), context));

        Assert.Equal((500, "/problems/unexpected", "no-store"), (reply.Status, reply.Problem, reply.Header("Cache-Control")));
        Assert.Equal("urn:uuid:c6af9ac6-7b61-11e6-9a41-93e8deadbeef", reply.Text("instance"));
        Assert.DoesNotContain("secret", reply.Body, StringComparison.Ordinal);
        var line = Assert.Single(log.Lines);
        Assert.Equal("ERROR", line.GetProperty("level").GetString());
        Assert.Equal("c6af9ac6-7b61-11e6-9a41-93e8deadbeef", line.GetProperty("apiRequestId").GetString());
        Assert.Equal(context.AwsRequestId, line.GetProperty("requestId").GetString());
        Assert.Equal("System.InvalidOperationException", line.GetProperty("errorType").GetString());
        Assert.Equal("secret", line.GetProperty("errorMessage").GetString());
        Assert.Contains("MeteredDynamoDb", line.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("private words", log.Text, StringComparison.Ordinal);
        Assert.Empty(context.Lines);
    }

    [Fact]
    public async Task ATableThatCannotBeReached_Is503()
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:9", MaxErrorRetry = 0 });

        var reply = await table.Api().Through(client).CreateGlossaryAsync();

        Assert.Equal((503, "/problems/busy"), (reply.Status, reply.Problem));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Item\"")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    public async Task AnAnswerThatBreaksOff_IsAskedForAgain_AndThen503(string answer)
    {
        using var endpoint = new BrokenEndpoint(answer);
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonDynamoDBConfig { ServiceURL = endpoint.Address.ToString(), MaxErrorRetry = 1 });

        var reply = await table.Api().Through(client).CreateGlossaryAsync();

        Assert.Equal((503, "/problems/busy", "1"), (reply.Status, reply.Problem, reply.Header("Retry-After")));
        Assert.InRange(endpoint.Answered, 2, 20);
    }

    [Fact]
    public async Task ATransactionThatMeetsOthers_IsTriedAgain()
    {
        using var client = table.NewClient();
        (client.Fault, client.Faults) = (Canceled("TransactionConflict"), 3);

        var reply = await table.Api().Through(client).CreateGlossaryAsync();

        Assert.Equal((201, 0), (reply.Status, client.Faults));
    }

    [Fact]
    public async Task ATransactionThatAlwaysMeetsOthers_Is503BeforeTheDeadline()
    {
        using var client = table.NewClient();
        client.Fault = Canceled("TransactionConflict", "ThrottlingError");

        var api = table.Api().Through(client);
        var reply = await api.CallAsync("CreateGlossary", new()
        {
            Reader = api.Reader,
            Body = Api.GlossaryBody("title"),
            Time = TimeSpan.FromMilliseconds(500),
        });

        Assert.Equal((503, "/problems/busy"), (reply.Status, reply.Problem));
    }

    [Fact]
    public async Task AnInvocationWithoutTime_Is503()
    {
        var reply = await table.Api().CallAsync("ListGlossaries", new() { Time = TimeSpan.FromMilliseconds(200) });

        Assert.Equal((503, "/problems/busy"), (reply.Status, reply.Problem));
    }

    private static TransactionCanceledException Canceled(params string[] codes) => new("secret")
    {
        CancellationReasons = [.. codes.Append("None").Select(code => new CancellationReason { Code = code })],
    };
}
