using System.Diagnostics;
using System.Text.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests;

/// <summary>The executable itself, started as Lambda starts it.</summary>
public sealed class FunctionProcessTests(TestTable table) : IClassFixture<TestTable>
{
    private const string RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    [Fact]
    public async Task Process_IsTheOperationOfItsEnvironmentAndReachesTheTableAtItsEndpoint()
    {
        var request = new Call { Reader = "someone", Body = Api.GlossaryBody("From a process") }.ToEvent();

        using var endpoint = new LossyEndpoint(table.Endpoint);
        var (requestLine, body, output) = await RunAsync(
            new()
            {
                ["OPERATION"] = "CreateGlossary",
                ["TABLE_NAME"] = TestTable.Name,
                ["METRICS_NAMESPACE"] = "Lexicon-test",
                ["AWS_LAMBDA_FUNCTION_NAME"] = "CreateGlossary",
                ["AWS_ENDPOINT_URL"] = endpoint.Address.ToString(),
                ["AWS_REGION"] = "us-east-1",
                ["AWS_ACCESS_KEY_ID"] = table.AccessKey,
                ["AWS_SECRET_ACCESS_KEY"] = "secret",
            },
            JsonSerializer.Serialize(request));

        Assert.Equal($"POST /2018-06-01/runtime/invocation/{RequestId}/response HTTP/1.1", requestLine);
        var answer = JsonDocument.Parse(body).RootElement;
        Assert.Equal(201, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(
            "From a process",
            JsonDocument.Parse(answer.GetProperty("body").GetString()!).RootElement.GetProperty("title").GetString());
        var id = answer.GetProperty("headers").GetProperty("Location").GetString()![^26..];
        Assert.Equal("From a process", Assert.Single(await table.PartitionAsync($"GLOSSARY#{id}"))["title"].S);

        // One line, which is JSON as a whole, or CloudWatch finds no metrics in it; and the trace goes on to DynamoDB.
        var line = JsonDocument.Parse(output).RootElement;
        Assert.Equal("Lexicon-test", line.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0].GetProperty("Namespace").GetString());
        Assert.Equal(RequestId, line.GetProperty("requestId").GetString());
        Assert.Equal("1-5bef4de7-ad49b0e87f6ef6c87fc2e700", line.GetProperty("traceId").GetString());
        Assert.Equal("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700", endpoint.LastHeaders!["X-Amzn-Trace-Id"]);
    }

    private static async Task<(string RequestLine, string Body, string Output)> RunAsync(
        Dictionary<string, string> environment, string invocation)
    {
        using var runtimeApi = new FakeRuntimeApi();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Lexicon.Functions.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi.Address;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var response = await runtimeApi.InvokeAsync(RequestId, invocation, DateTimeOffset.UtcNow.AddSeconds(30));
            await runtimeApi.SendAsync(RuntimeApiResponses.Accepted);
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
            return (response.RequestLine, response.Body, line!);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
