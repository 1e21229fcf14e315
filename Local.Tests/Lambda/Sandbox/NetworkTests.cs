using System.Net;
using System.Net.Sockets;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Lambda.Sandbox;

/// <summary>What a function reaches: this runner, and nothing else.</summary>
public sealed class NetworkTests
{
    [Theory]
    [InlineData("192.0.2.1", "ENETUNREACH")]
    [InlineData("169.254.169.254", "ENETUNREACH")]
    [InlineData("2001:db8::1", "ENETUNREACH")]
    public async Task Address_OutsideOfThisMachine_IsNotReached(string host, string expected)
    {
        await using var lambda = new RunningLambda();
        if (!HasNetwork(lambda))
        {
            return;
        }

        var tried = await lambda.AskAsync(lambda.Function("calling"), $$"""{"do":"connect","host":"{{host}}","port":443}""");

        Assert.Equal(expected, (string?)tried["result"]);
    }

    [Fact]
    public async Task Name_OfAnAwsEndpoint_IsNotFound_AndSaidAtTheTerminalAndInTheLog()
    {
        await using var lambda = new RunningLambda();
        if (!HasNetwork(lambda))
        {
            return;
        }

        var arn = lambda.Function("calling");

        var tried = await lambda.AskAsync(arn, """{"do":"connect","host":"dynamodb.us-east-1.amazonaws.com","port":443}""");
        await lambda.AskAsync(arn, """{"do":"connect","host":"dynamodb.us-east-1.amazonaws.com","port":443}""");

        const string Line = "calling tried to reach dynamodb.us-east-1.amazonaws.com; calls out of this runner are not allowed; start it "
            + "with --allow-egress to allow them";
        Assert.Equal("ENOTFOUND", (string?)tried["result"]);
        Assert.Equal(Line, Assert.Single(lambda.Printed));
        Assert.Contains(Line, lambda.Logs.Messages("/aws/lambda/calling"));
    }

    [Fact]
    public async Task OtherServerOfThisMachine_IsReachedWithEgressAlone()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var payload = $$"""{"do":"connect","host":"127.0.0.1","port":{{((IPEndPoint)server.LocalEndpoint).Port}}}""";
        await using var closed = new RunningLambda();
        await using var open = new RunningLambda(egress: true);
        if (!HasNetwork(closed))
        {
            return;
        }

        var withoutEgress = await closed.AskAsync(closed.Function("calling"), payload);
        var withEgress = await open.AskAsync(open.Function("calling"), payload);

        Assert.Equal(("ECONNREFUSED", "connected"), ((string?)withoutEgress["result"], (string?)withEgress["result"]));
    }

    [Fact]
    public async Task Endpoints_OfTheRunner_AreReachedAtTheirOwnAddresses()
    {
        await using var listeners = Listeners.Bind(0);
        await using var lambda = new RunningLambda(endpoints: listeners.Endpoints);
        var arn = lambda.Function("calling");
        await using var serving = await listeners.ServeAsync(new Says(201), new Says(202), new Says(203), new Says(204));

        var endpoints = listeners.Endpoints;
        var statuses = new List<int>();
        var bucket = new Uri($"http://bucket.localhost:{endpoints.Aws.Port}");
        foreach (var url in new[] { endpoints.Site, endpoints.Api, endpoints.Aws, bucket })
        {
            statuses.Add((int)(await lambda.AskAsync(arn, $$"""{"do":"get","url":"{{url}}"}"""))["result"]!);
        }

        Assert.Equal([201, 202, 203, 203], statuses);
    }

    [Fact]
    public async Task RuntimeApi_OfAnotherFunction_IsNotReached()
    {
        await using var lambda = new RunningLambda();
        if (!HasNetwork(lambda))
        {
            return;
        }

        var variables = await lambda.AskAsync(lambda.Function("one"), """{"do":"env"}""");

        // Each has a network of its own, so that the same address is another one's.
        Assert.Equal("127.0.0.1:9001", (string?)variables["AWS_LAMBDA_RUNTIME_API"]);
    }

    // Others than root have networks of their own within a user namespace, which the process of the tests does not enter.
    private static bool HasNetwork(RunningLambda lambda) => lambda.HasSandbox && Environment.IsPrivilegedProcess;

    private sealed class Says(int status) : IHttpEndpoint
    {
        public Task HandleAsync(Microsoft.AspNetCore.Http.HttpContext context)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }
    }
}
