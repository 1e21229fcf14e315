using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>The local runner as a process of its own, on free ports.</summary>
internal sealed class LocalRunner : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly HttpClient Http = new();

    private readonly StringBuilder _output = new();
    private readonly List<(string[] Texts, TaskCompletionSource<string> Said)> _awaited = [];
    private readonly string _endpointsFile;
    private readonly Process _process;

    private LocalRunner(Process process, string endpointsFile)
    {
        _process = process;
        _endpointsFile = endpointsFile;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int ProcessId => _process.Id;

    public Uri Site { get; private set; } = null!;

    public Uri Aws { get; private set; } = null!;

    /// <summary>The API beside the distribution.</summary>
    public Uri Api { get; private set; } = null!;

    public Uri Console { get; private set; } = null!;

    /// <summary>Everything it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Returns the next line that it prints with one of these texts.</summary>
    public Task<string> UntilItSaysAsync(params string[] texts)
    {
        var said = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            _awaited.Add((texts, said));
        }

        return said.Task.WaitAsync(Patience);
    }

    /// <summary>Lets one that watches its assembly apply a change of it; returns what it says to that.</summary>
    public async Task<string> ApplyAsync(ChangedAssembly assembly)
    {
        var said = UntilItSaysAsync(" unchanged (", "Not applied");
        assembly.Announce();
        return await said;
    }

    /// <summary>Asks its SQS, as the person at this machine.</summary>
    public Task<JsonNode> SqsAsync(string operation, JsonObject body) => AskAsync("sqs", $"AmazonSQS.{operation}", body);

    /// <summary>Asks its DynamoDB, as the person at this machine.</summary>
    public Task<JsonNode> DynamoDbAsync(string operation, JsonObject body) => AskAsync("dynamodb", $"DynamoDB_20120810.{operation}", body);

    /// <summary>Runs a function, as the person at this machine.</summary>
    /// <returns>How it failed; null: it did not.</returns>
    public async Task<string?> InvokeAsync(string function, JsonObject payload)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Aws, $"/2015-03-31/functions/{function}/invocations"))
        {
            Content = new StringContent(payload.ToJsonString(), new MediaTypeHeaderValue("application/json")),
        };
        await Signature.AddAsync(request, "lambda");
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return response.Headers.Contains("X-Amz-Function-Error") ? text : null;
    }

    /// <summary>What each role is granted, used and was refused in this run, as its console says.</summary>
    public async Task<IReadOnlyList<JsonNode>> PermissionsAsync() =>
        [.. JsonNode.Parse(await Http.GetStringAsync(new Uri(Console, "api/permissions")))!.AsArray().Select(role => role!)];

    /// <summary>What roles were refused in this run.</summary>
    public async Task<IReadOnlyList<Refusal>> RefusedAsync() =>
    [
        .. from role in await PermissionsAsync()
           from refused in role["refused"]!.AsArray()
           select new Refusal(
               (string)role["role"]!, (string)refused!["action"]!, (string)refused["resource"]!, (string)refused["reason"]!),
    ];

    /// <summary>The keys in a bucket of its S3 that begin so, as the person at this machine sees them.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(string bucket, string prefix)
    {
        const string Signed = "host;x-amz-content-sha256;x-amz-date";
        const string Payload = "UNSIGNED-PAYLOAD";
        var query = $"list-type=2&prefix={Uri.EscapeDataString(prefix)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Aws, $"/{bucket}?{query}"));
        request.Headers.Add("X-Amz-Content-Sha256", Payload);
        var time = Signature.Now();
        Signature.Add(
            request, "local", "local", $"{time[..8]}/us-east-1/s3/aws4_request", time, Signed,
            $"GET\n/{bucket}\n{query}\nhost:{Aws.Authority}\nx-amz-content-sha256:{Payload}\nx-amz-date:{time}\n\n{Signed}\n{Payload}");
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return [.. XDocument.Parse(text).Descendants().Where(element => element.Name.LocalName is "Key").Select(key => key.Value)];
    }

    /// <summary>Kills every function that runs, in the middle of whatever it does.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> KillFunctionsAsync()
    {
        var functions = Processes.Below(ProcessId)
            .Where(process => process.Command.Contains("Lexicon.Functions.dll", StringComparison.Ordinal)).ToList();
        foreach (var (id, _) in functions)
        {
            await Processes.SignalAsync(id, "KILL");
        }

        return functions.Count;
    }

    /// <summary>Starts the runner and waits until everything answers.</summary>
    public static Task<LocalRunner> StartAsync(string dataFolder, params string[] more) =>
        StartAsync(Repository.Root, dataFolder, ["dotnet", BuildOutput.Runner, .. more]);

    /// <summary>Starts what <c>make watch</c> starts, in a folder that is laid out as the repository is.</summary>
    public static Task<LocalRunner> WatchAsync(string folder, string dataFolder) => StartAsync(folder, dataFolder,
    [
        "node", Repository.File("watch.mjs"), BuildOutput.Runner,
        "--tools", Repository.File(".local", "tools"), "--node-modules", Repository.File("node_modules"),
    ]);

    private static async Task<LocalRunner> StartAsync(string folder, string dataFolder, string[] command)
    {
        // One that was killed leaves its file behind until the next one starts.
        var endpointsFile = Path.Combine(dataFolder, "endpoints.json");
        File.Delete(endpointsFile);
        var start = Command(folder, [.. command, "--data", dataFolder, "--endpoints", endpointsFile, "--port", "0"]);
        var runner = new LocalRunner(Process.Start(start)!, endpointsFile);
        try
        {
            await runner.UntilReadyAsync();
            return runner;
        }
        catch
        {
            await runner.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs it to its end, for the ways in which it does not start.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string[] arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var run = await ProgramRun.ToItsEndAsync(
            Command(Repository.Root, ["dotnet", BuildOutput.Runner, .. arguments], environment), Patience);
        return (run.ExitCode, run.Text);
    }

    /// <summary>Asks it to stop (SIGTERM) and answers its exit code.</summary>
    public Task<int> StopAsync() => SignalAsync("TERM");

    /// <summary>Ends it without a chance to clean up (SIGKILL).</summary>
    public Task<int> KillAsync() => SignalAsync("KILL");

    /// <summary>Sends a signal and waits for the end.</summary>
    public async Task<int> SignalAsync(string signal)
    {
        await Processes.SignalAsync(_process.Id, signal);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Command(
        string folder, string[] command, IReadOnlyDictionary<string, string?>? environment = null)
    {
        if (!File.Exists(Path.Combine(BuildOutput.CloudAssembly, "manifest.json")))
        {
            throw new InvalidOperationException("there is no cdk.out; 'make up' and 'make test' synthesize it");
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private async Task UntilReadyAsync()
    {
        var watch = Stopwatch.StartNew();
        while (!File.Exists(_endpointsFile))
        {
            if (_process.HasExited || watch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"the runner does not answer after {watch.Elapsed}:\n{Output}");
            }

            await Task.Delay(50);
        }

        var endpoints = JsonNode.Parse(await File.ReadAllTextAsync(_endpointsFile))!;
        (Site, Api, Aws, Console) = (At("site"), At("api"), At("aws"), At("console"));

        Uri At(string name) => new((string)endpoints[name]!);
    }

    private async Task<JsonNode> AskAsync(string service, string target, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Aws, "/"))
        {
            Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", target);
        await Signature.AddAsync(request, service);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private void Append(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
            foreach (var (_, said) in _awaited.Where(
                one => one.Texts.Any(text => line?.Contains(text, StringComparison.Ordinal) == true)))
            {
                said.TrySetResult(line!);
            }
        }
    }
}
