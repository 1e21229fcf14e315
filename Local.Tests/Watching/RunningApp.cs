using System.Net;
using System.Net.Http.Headers;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.DynamoDb;
using Lexicon.Local.Watching;

namespace Lexicon.Local.Tests.Watching;

/// <summary>The small app, running as the runner runs it with <c>--watch</c>.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly string _data;
    private readonly Listeners _listeners;
    private readonly ChildProcesses _processes;
    private readonly RunningCloud _running;
    private readonly HttpClient _http = new();

    private RunningApp(
        string data, SmallApp app, Listeners listeners, ChildProcesses processes, RunningCloud running, PageReload pages, Settings settings)
    {
        (_data, _listeners, _processes, _running) = (data, listeners, processes, running);
        App = app;
        Watch = new AssemblyWatch(settings, running, pages);
        Database = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = listeners.Endpoints.Aws.AbsoluteUri, AuthenticationRegion = "us-east-1" });
    }

    public SmallApp App { get; }

    public AssemblyWatch Watch { get; }

    public IAmazonDynamoDB Database { get; }

    public static async Task<RunningApp> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("lexicon-running-app-").FullName;
        var app = new SmallApp();
        app.Write();
        // Its function speaks to the tests by files and by the id of its process, which are its own in a sandbox.
        var settings = RunningDynamoDb.Settings(data) with
        {
            Assembly = app.Path,
            Concurrency = 4,
            Watch = true,
            Sandbox = SandboxMode.Off,
        };
        var listeners = Listeners.Bind(0);
        var processes = new ChildProcesses(settings);
        var running = await RunningCloud.StartAsync(
            settings, CloudAssembly.Load(app.Path), listeners.Endpoints, processes, CancellationToken.None);
        var pages = new PageReload(running.Site, CancellationToken.None);
        await listeners.ServeAsync(pages, running.Api, running.Aws, running.Console);
        running.Work();
        return new RunningApp(data, app, listeners, processes, running, pages, settings);
    }

    /// <summary>Writes the assembly and applies it.</summary>
    public Task<Difference> ApplyAsync()
    {
        App.Write();
        return _running.ApplyAsync(CloudAssembly.Load(App.Path), CancellationToken.None);
    }

    /// <summary>What the function answers: its version and the id of its process.</summary>
    public async Task<(string Version, string Process)> AskAsync(string query = "")
    {
        var answer = await _http.GetStringAsync(new Uri(_listeners.Endpoints.Api, $"dev{query}"));
        return answer.Split(' ') is [var version, var process] ? (version, process) : throw new InvalidOperationException(answer);
    }

    /// <summary>The site's answer to a browser that opens its first page, which it may have from before.</summary>
    public async Task<string> PageAsync(string path = "/")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_listeners.Endpoints.Site, path));
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        using var answer = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>What the page hears while it is open.</summary>
    public Task<Stream> ChangesAsync() => _http.GetStreamAsync(new Uri(_listeners.Endpoints.Site, ".local/changes"));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Database.Dispose();
        await _listeners.DisposeAsync();
        await _running.DisposeAsync();
        await _processes.DisposeAsync();
        App.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
