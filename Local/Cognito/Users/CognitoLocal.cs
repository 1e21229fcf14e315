using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Cognito.Users;

/// <summary>
/// The npm package cognito-local as a child process on a free loopback port, started again when it dies. Only this class
/// knows its port. It writes its files in place, so operations go to it one at a time and each is kept by
/// <see cref="Database.Keep"/> before it is answered: whenever the process is killed, nothing that was acknowledged is lost.
/// </summary>
internal sealed class CognitoLocal(Settings settings, IChildProcesses processes, Database database) : IUserDirectory, IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    // What is on loopback is reached through no proxy, whatever http_proxy says.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = AnswerLimit };
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly LastWords _lastWords = new();
    private volatile Uri? _address;
    private Action _prepare = () => { };
    private string? _content;
    private TaskCompletionSource _answering = new();
    private Task _supervision = Task.CompletedTask;
    private Process? _process;

    /// <summary>
    /// Starts the process and returns once it answers. It reads its files only when it starts, so where it runs already with
    /// other pools or clients, it is started again; whoever calls meanwhile waits.
    /// </summary>
    /// <param name="wanted">The pools and clients as text.</param>
    /// <param name="beforeEachStart">Mends the files that it reads.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StartupException">Node or the package is missing, or the process ends at once.</exception>
    public async Task RunAsync(string wanted, Action beforeEachStart, CancellationToken cancellation)
    {
        var isOther = wanted != _content;
        (_prepare, _content) = (beforeEachStart, wanted);
        if (_process is null)
        {
            var first = await LaunchAsync(cancellation);
            _supervision = Task.Run(() => SuperviseAsync(first), CancellationToken.None);
        }
        else if (isOther)
        {
            await StartAgainAsync(_process, cancellation);
        }
    }

    public async Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Not given up when the caller does: the next operation must not begin while this one still writes.
            return await SendAsync(operation, request);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _supervision;
        await _turn.WaitAsync(Patience);
        _address = null;
        if (_process is { HasExited: false } running)
        {
            await EndAsync(running);
        }

        // The process itself stays undisposed: whoever keeps the ledger of processes still asks it for its id.
        _http.Dispose();
        _stopping.Dispose();
        _turn.Dispose();
    }

    private async Task StartAgainAsync(Process running, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            _answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await EndAsync(running);
            await _answering.Task.WaitAsync(StartLimit, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task EndAsync(Process running)
    {
        Signals.Terminate(running);
        using var impatient = new CancellationTokenSource(Patience);
        await running.WaitForExitAsync(impatient.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.HasExited)
        {
            Signals.Kill(running);
            await running.WaitForExitAsync();
        }
    }

    private async Task<JsonObject> SendAsync(string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _address ?? throw CognitoException.Unavailable());
        message.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        message.Content = new StringContent(request.ToJsonString(), Encoding.UTF8);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        try
        {
            using var response = await _http.SendAsync(message);
            var text = await response.Content.ReadAsStringAsync();
            database.Keep();
            var body = JsonNode.Parse(text) as JsonObject ?? [];
            return response.IsSuccessStatusCode ? body : throw Error(operation, body);
        }
        catch (TaskCanceledException)
        {
            // It hangs, and would for everyone who comes after: ended, it is started again.
            Signals.Kill(_process!);
            throw CognitoException.Unavailable();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException)
        {
            throw CognitoException.Unavailable();
        }
    }

    private static CognitoException Error(string operation, JsonObject body) => (string?)body["__type"] switch
    {
        "CognitoLocal#Unsupported" => new CognitoException(
            "UnsupportedOperationException", $"The local user pool does not offer this: {operation} ({body["message"]})."),
        { } type => new CognitoException(type, (string?)body["message"] ?? type),
        null => new CognitoException("InvalidParameterException", $"The local user pool could not read this request of {operation}."),
    };

    // Started again for as long as the runner lives, more slowly when it keeps dying at once.
    private async Task SuperviseAsync(Process current)
    {
        // Ctrl-C reaches the process before the runner has begun to stop: then it need not be started again.
        var pause = ShortestPause;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await current.WaitForExitAsync(_stopping.Token);
                _address = null;
                await Task.Delay(pause, _stopping.Token);
                current = await LaunchAsync(_stopping.Token);
                pause = ShortestPause;
            }
            catch (Exception) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Progress.Say($"cognito-local has ended and cannot be started again: {failure.Message}; it is tried once more");
                pause = TimeSpan.FromSeconds(Math.Min(30, (pause.TotalSeconds * 2) + 1));
            }
        }
    }

    private async Task<Process> LaunchAsync(CancellationToken cancellation)
    {
        var port = FreePort.Find(IPAddress.Loopback);
        var start = CognitoLocalLaunch.StartInfo(settings.NodeModules, database.Folder, port);
        _prepare();
        _process = processes.Start("cognito-local", start);
        _process.OutputDataReceived += (_, line) => _lastWords.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _lastWords.Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await WaitUntilItAnswersAsync(_process, new Uri($"http://127.0.0.1:{port}/"), cancellation);
            return _process;
        }
        catch
        {
            // Two of them must never write the same files.
            Signals.Kill(_process);
            throw;
        }
    }

    private async Task WaitUntilItAnswersAsync(Process started, Uri at, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < StartLimit)
        {
            if (started.HasExited)
            {
                throw new StartupException($"cognito-local ended with code {started.ExitCode} instead of starting: {_lastWords}");
            }

            try
            {
                using var answer = await _http.GetAsync(new Uri(at, "health"), cancellation);
                if (answer.IsSuccessStatusCode)
                {
                    _address = at;
                    _answering.TrySetResult();
                    return;
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException
                || (notYet is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                // It does not listen yet, or it listens and is too busy to answer.
            }

            await Task.Delay(Pulse, cancellation);
        }

        throw new StartupException($"cognito-local did not answer within {StartLimit.TotalSeconds:0} seconds: {_lastWords}");
    }
}
