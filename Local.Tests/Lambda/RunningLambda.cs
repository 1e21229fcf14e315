using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Debugging;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda;
using Lexicon.Local.Tests.Hosting;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>A Lambda service with a data folder of its own.</summary>
internal sealed class RunningLambda : IAsyncDisposable
{
    public const string Role = "arn:aws:iam::123456789012:role/test";
    public const string RoleOfApi = "arn:aws:iam::123456789012:role/service/calls";

    private readonly ChildProcesses _children;
    private readonly TestLogs _logs = new();

    public RunningLambda(int concurrency = 10, string? debug = null)
    {
        Folder = Directory.CreateTempSubdirectory("lambda-tests-").FullName;
        TestFunction.WriteTo(Path.Combine(Folder, "function"));
        var settings = TestSettings.In(Folder) with { Data = Path.Combine(Folder, "data"), Concurrency = concurrency, Debug = debug };
        _children = new ChildProcesses(settings);
        var endpoint = new Uri("http://localhost:1");
        Service = new LambdaService(
            settings,
            new Endpoints(endpoint, endpoint, endpoint, endpoint),
            new TestAssets(Folder),
            new TestIdentities(),
            _children,
            _logs,
            Queues,
            TimeProvider.System,
            new DebuggedFunction(settings, TimeProvider.System, Told.Enqueue),
            Told.Enqueue);
    }

    public string Folder { get; }

    public LambdaService Service { get; }

    public FakeQueues Queues { get; } = new();

    /// <summary>What the person at the terminal was told.</summary>
    public ConcurrentQueue<string> Told { get; } = [];

    /// <summary>Every log event so far, the waiting for which ends with the first event that fits.</summary>
    public TestLogs Logs => _logs;

    /// <summary>Provisions a resource from JSON.</summary>
    public ProvisionedResource Provision(string type, string logicalId, string properties) =>
        Service.ResourceTypes.Provision(type, logicalId, properties);

    /// <summary>Provisions a function of the test package and answers its ARN.</summary>
    public string Function(string name, string more = "") => Provision("AWS::Lambda::Function", name, $$"""
        {
          "FunctionName": "{{name}}", "Runtime": "provided.al2023", "Handler": "Test.Handler", "Role": "{{Role}}",
          "Code": { "S3Bucket": "assets", "S3Key": "function.zip" }, "Timeout": 20 {{(more.Length > 0 ? "," : "")}} {{more}}
        }
        """).Attributes["Arn"];

    /// <summary>Invokes; an answer with the log waits for the end of the invocation, however busy the machine is.</summary>
    public Task<InvocationResult> InvokeAsync(string arn, string payload = "{}", Invocation? invocation = null) =>
        Service.InvokeAsync(
            arn, Encoding.UTF8.GetBytes(payload), (invocation ?? new Invocation()) with { WantsLog = true }, CancellationToken.None);

    /// <summary>Invokes and reads the answer, which must be one and no error.</summary>
    public async Task<JsonNode> AskAsync(string arn, string payload = "{}", Invocation? invocation = null)
    {
        var result = await InvokeAsync(arn, payload, invocation);
        Assert.Null(result.FunctionError);
        return JsonNode.Parse(result.Payload.Span)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _children.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
