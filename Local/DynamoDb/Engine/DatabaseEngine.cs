using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.DynamoDb.Engine;

/// <summary>
/// The process of DynamoDB Local: started early, watched, started again when it dies. What it has acknowledged is in its
/// database file and survives that.
/// </summary>
internal sealed class DatabaseEngine(string tools, string folder, IChildProcesses processes) : IAsyncDisposable
{
    private const string Name = "DynamoDB Local";

    // Jetty works with 200 threads and answers a request on one of them.
    private const int Connections = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = Connections,
        // Shorter than Jetty's 30 seconds, so that no request is sent into a closing connection.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    private Task? _supervision;
    private volatile Uri? _address;
    private volatile Process? _current;
    private AuthenticationHeaderValue? _authorization;

    /// <summary>The process that runs now, for messages and tests.</summary>
    public int? ProcessId => _current?.Id;

    /// <summary>Starts the process; returns at once.</summary>
    public void Begin() => _supervision ??= Task.Run(SuperviseAsync);

    /// <summary>Whether it was begun: no template may need it.</summary>
    public bool HasBegun => _supervision is not null;

    /// <summary>Returns once the engine has answered for the first time.</summary>
    /// <exception cref="StartupException">It cannot be started.</exception>
    public Task StartedAsync(CancellationToken cancellation) => _started.Task.WaitAsync(cancellation);

    /// <summary>Sends a request and returns once the headers of the response are there.</summary>
    /// <param name="target">The value of <c>X-Amz-Target</c>.</param>
    /// <param name="body">The request, JSON in UTF-8.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="EngineUnavailableException">There was no response.</exception>
    public async Task<HttpResponseMessage> SendAsync(string target, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _address ?? throw new EngineUnavailableException(wasSent: false))
        {
            Content = new ReadOnlyMemoryContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0") },
            },
        };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        request.Headers.Authorization = _authorization;
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException failure)
        {
            throw new EngineUnavailableException(wasSent: failure.HttpRequestError != HttpRequestError.ConnectionError);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await (_supervision ?? Task.CompletedTask);
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task SuperviseAsync()
    {
        var pause = TimeSpan.Zero;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var watch = Stopwatch.StartNew();
                await RunAsync();
                // When the runner is stopped by Ctrl-C, the engine gets the same signal and may end first.
                pause = Longer(watch.Elapsed > LongestPause ? TimeSpan.Zero : pause);
                await Task.Delay(pause, _stopping.Token);
                Progress.Say($"{Name} has ended and is started again");
            }
            catch (Exception ending) when (_stopping.IsCancellationRequested || ending is ObjectDisposedException)
            {
                // The runner stops: this engine was told so, or no process may be started any more.
                _started.TrySetCanceled();
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                var refusal = failure as StartupException ?? new StartupException($"{Name} cannot be started: {failure.Message}");
                if (!_started.TrySetException(refusal))
                {
                    Progress.Say(refusal.Message);
                    pause = Longer(pause);
                    await Task.Delay(pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    continue;
                }

                return;
            }
        }
    }

    // One life of the process, from its start to its end.
    private async Task RunAsync()
    {
        // The engine reads key and Region from the header and checks nothing of the signature.
        _authorization ??= new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential={EngineKey.In(folder)}/20260101/{Account.Region}/dynamodb/aws4_request, "
            + "SignedHeaders=host, Signature=0");
        _complaints.Clear();
        var port = FreePort.Find(IPAddress.Any);
        using var process = processes.Start(Name, EngineLaunch.Prepare(tools, folder, port));
        _current = process;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        impatience.CancelAfter(Patience);
        try
        {
            _address = await AnswersAsync(process, new Uri($"http://127.0.0.1:{port}"), impatience.Token);
            _started.TrySetResult();
            await process.WaitForExitAsync(_stopping.Token);
        }
        catch (OperationCanceledException) when (!_stopping.IsCancellationRequested)
        {
            throw new StartupException($"{Name} does not answer after {Patience.TotalSeconds:0} seconds");
        }
        finally
        {
            _address = null;
            _current = null;
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>Asks until the engine answers anything at all; it says nothing of its own when it is ready.</summary>
    private async Task<Uri> AnswersAsync(Process process, Uri engine, CancellationToken cancellation)
    {
        while (!process.HasExited)
        {
            try
            {
                using var answer = await _http.GetAsync(engine, cancellation);
                return engine;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(Pulse, cancellation);
            }
        }

        var complaint = _complaints.FirstOrDefault() ?? "it says nothing";
        throw new StartupException($"{Name} ended while starting, with exit code {process.ExitCode}: {complaint}");
    }

    private void Keep(string? line)
    {
        if (line is not null && _complaints.Count < 10)
        {
            _complaints.Enqueue(line);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, Math.Max(100, pause.TotalMilliseconds * 2)));
}
