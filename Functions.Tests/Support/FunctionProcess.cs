using System.Diagnostics;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Lexicon.Functions.Tests.Support;

/// <summary>One process of a built function, as Lambda starts it for an operation, answering one event after the other.</summary>
internal sealed class FunctionProcess : IDisposable
{
    private static readonly JsonSerializerOptions AnswerJson = new() { PropertyNameCaseInsensitive = true };

    private readonly FakeRuntimeApi _runtimeApi = new();
    private readonly Process _process;

    public FunctionProcess(TestTable table, string operation, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = _runtimeApi.Address;
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = operation;
        start.Environment["AWS_ENDPOINT_URL"] = table.Endpoint.ToString();
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = table.AccessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "secret";
        start.Environment["OPERATION"] = operation;
        start.Environment["TABLE_NAME"] = TestTable.Name;
        start.Environment["IMAGES_BUCKET"] = "images";
        start.Environment["METRICS_NAMESPACE"] = "Lexicon-test";
        _process = Process.Start(start)!;
    }

    public async Task<Reply> InvokeAsync(Call call)
    {
        var invocation = JsonSerializer.Serialize(call.ToEvent());
        var response = await _runtimeApi.InvokeAsync(Guid.NewGuid().ToString(), invocation, DateTimeOffset.UtcNow.AddSeconds(30));
        await _runtimeApi.SendAsync(RuntimeApiResponses.Accepted);
        Assert.EndsWith("/response HTTP/1.1", response.RequestLine, StringComparison.Ordinal);
        return new(JsonSerializer.Deserialize<APIGatewayProxyResponse>(response.Body, AnswerJson)!);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _runtimeApi.Dispose();
    }
}
