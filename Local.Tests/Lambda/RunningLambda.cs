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

    public RunningLambda(
        int concurrency = 10,
        string? debug = null,
        SandboxMode sandbox = SandboxMode.Auto,
        Endpoints? endpoints = null,
        bool egress = false)
    {
        Folder = Directory.CreateTempSubdirectory("lambda-tests-").FullName;
        TestFunction.WriteTo(Path.Combine(Folder, "function"));
        var settings = TestSettings.In(Folder) with
        {
            Data = Path.Combine(Folder, "data"),
            Concurrency = concurrency,
            Debug = debug,
            Sandbox = sandbox,
            AllowEgress = egress,
        };
        HasSandbox = sandbox != SandboxMode.Off && debug is null && Programs.Find("bwrap") is not null;
        _children = new ChildProcesses(settings);
        var endpoint = new Uri("http://localhost:1");
        Service = new LambdaService(
            settings,
            endpoints ?? new Endpoints(endpoint, endpoint, endpoint, endpoint),
            new TestAssets(Folder),
            new TestIdentities(),
            _children,
            _logs,
            TestServices.With(Queues, Streams),
            TimeProvider.System,
            new DebuggedFunction(settings, TimeProvider.System, Printed.Enqueue),
            Printed.Enqueue);
    }

    public string Folder { get; }

    /// <summary>Whether functions run in a sandbox.</summary>
    public bool HasSandbox { get; }

    /// <summary>Where functions find their code.</summary>
    public string TaskRoot => HasSandbox ? "/var/task" : Path.Combine(Folder, "function");

    public LambdaService Service { get; }

    public FakeQueues Queues { get; } = new();

    public FakeStreams Streams { get; } = new();

    /// <summary>What was printed at the terminal.</summary>
    public ConcurrentQueue<string> Printed { get; } = [];

    /// <summary>Every log event so far, the waiting for which ends with the first event that fits.</summary>
    public TestLogs Logs => _logs;

    /// <summary>Provisions a resource from JSON.</summary>
    public ProvisionedResource Provision(string type, string logicalId, string properties) =>
        Service.ResourceTypes.Provision(type, logicalId, properties);

    /// <summary>Provisions a function of the test package and returns its ARN.</summary>
    public string Function(string name, string more = "") => Provision("AWS::Lambda::Function", name, $$"""
        {
          "FunctionName": "{{name}}", "Runtime": "provided.al2023", "Handler": "Test.Handler", "Role": "{{Role}}",
          "Code": { "S3Bucket": "assets", "S3Key": "function.zip" }, "Timeout": 20 {{(more.Length > 0 ? "," : "")}} {{more}}
        }
        """).Attributes["Arn"];

    /// <summary>Invokes; a response with the log waits for the end of the invocation, however busy the machine is.</summary>
    public Task<InvokeResponse> InvokeAsync(string arn, string payload = "{}", Func<InvokeRequest, InvokeRequest>? with = null) =>
        Service.InvokeAsync(Request(arn, payload, with) with { WantsLog = true }, CancellationToken.None);

    /// <summary>Invokes and reads the response, which must not be an error.</summary>
    public async Task<JsonNode> AskAsync(string arn, string payload = "{}", Func<InvokeRequest, InvokeRequest>? with = null)
    {
        var result = await InvokeAsync(arn, payload, with);
        Assert.Null(result.FunctionError);
        return JsonNode.Parse(result.Payload.Span)!;
    }

    private static InvokeRequest Request(string arn, string payload, Func<InvokeRequest, InvokeRequest>? with)
    {
        var request = new InvokeRequest(arn, Encoding.UTF8.GetBytes(payload));
        return with?.Invoke(request) ?? request;
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _children.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
