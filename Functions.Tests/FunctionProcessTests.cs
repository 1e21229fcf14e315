using System.Diagnostics;
using System.Text.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests;

/// <summary>The executable itself, started as Lambda starts it.</summary>
public sealed class FunctionProcessTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task Process_IsTheOperationOfItsEnvironmentAndReachesTheTableAtItsEndpoint()
    {
        var request = new Call { Reader = "someone", Body = Api.GlossaryBody("From a process") }.ToEvent();

        var (path, body) = await RunAsync(
            new()
            {
                ["OPERATION"] = "CreateGlossary",
                ["TABLE_NAME"] = TestTable.Name,
                ["AWS_ENDPOINT_URL"] = table.Endpoint.ToString(),
                ["AWS_REGION"] = "us-east-1",
                ["AWS_ACCESS_KEY_ID"] = table.AccessKey,
                ["AWS_SECRET_ACCESS_KEY"] = "secret",
            },
            JsonSerializer.Serialize(request));

        Assert.Equal("/2018-06-01/runtime/invocation/8476a536-e9f4-11e8-9739-2dfe598c3fcd/response", path);
        var answer = JsonDocument.Parse(body).RootElement;
        Assert.Equal(201, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(
            "From a process",
            JsonDocument.Parse(answer.GetProperty("body").GetString()!).RootElement.GetProperty("title").GetString());
        var id = answer.GetProperty("headers").GetProperty("Location").GetString()![^26..];
        Assert.Equal("From a process", Assert.Single(await table.PartitionAsync($"GLOSSARY#{id}"))["title"].S);
    }

    private static async Task<(string Path, string Body)> RunAsync(Dictionary<string, string> environment, string invocation)
    {
        using var runtimeApi = new RuntimeApi();
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
            return await runtimeApi.InvokeAsync(invocation).WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
