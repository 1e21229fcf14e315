using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>A mapping: its settings, how it fares, and its poller while it runs.</summary>
internal sealed class EventSourceMapping(MappingSettings settings) : IAsyncDisposable
{
    /// <summary>The result of a stream from which nothing was read.</summary>
    public const string NothingYet = "No records processed";

    private readonly Lock _gate = new();
    private volatile MappingSettings _settings = settings;
    private volatile string _lastResult = NothingYet;
    private PollingStop? _stop;
    private Task _running = Task.CompletedTask;

    /// <summary>What it is configured with.</summary>
    public MappingSettings Settings
    {
        get => _settings;
        set => _settings = value;
    }

    /// <summary><c>LastProcessingResult</c>: what came of the last invocation, or why there is none.</summary>
    public string LastResult
    {
        get => _lastResult;
        set => _lastResult = value;
    }

    /// <summary>Starts a poller, unless one runs.</summary>
    /// <param name="after">What ends first: the poller of the mapping that this one takes the place of.</param>
    /// <param name="poll">Polls until it is stopped.</param>
    public void Start(Task after, Func<PollingStop, Task> poll)
    {
        lock (_gate)
        {
            if (!_running.IsCompleted)
            {
                return;
            }

            _stop?.Dispose();
            var stop = _stop = new PollingStop();
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _running = ended.Task;
            Background.StartTask(
                $"The event source mapping {_settings.Place}", () => Task.Run(() => RunAsync(after, poll, stop, ended)));
        }
    }

    /// <summary>Ends its poller; done when it has ended.</summary>
    /// <param name="atOnce">Whether what the function works on is not waited for.</param>
    public async Task StopAsync(bool atOnce)
    {
        PollingStop? stop;
        Task running;
        lock (_gate)
        {
            (stop, running) = (_stop, _running);
        }

        if (stop is not null && !running.IsCompleted)
        {
            await (atOnce ? stop.AbortAsync() : stop.EndAsync());
            await running;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(atOnce: true);
        _stop?.Dispose();
    }

    private static async Task RunAsync(Task after, Func<PollingStop, Task> poll, PollingStop stop, TaskCompletionSource ended)
    {
        try
        {
            await after;
            await poll(stop);
        }
        catch (OperationCanceledException) when (stop.Gently.IsCancellationRequested)
        {
            // It was to end.
        }
        finally
        {
            ended.SetResult();
        }
    }
}
