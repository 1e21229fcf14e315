using System.Diagnostics;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Debugging.Holding;

/// <summary>
/// Requests that wait at a step for a person. Each continues when it is released, after five minutes, when its client goes away, when
/// nobody looks any longer, and when the runner stops. It is not an AWS service: it comes with the runner.
/// </summary>
internal sealed class Holds : IService, IHolds, IHeldRequests
{
    private const int Most = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWatch = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly HeldTime _clock;
    private readonly TimeProvider _time;
    private readonly ITimer _absence;
    private readonly Dictionary<string, IReadOnlyList<string>> _steps = [];
    private readonly List<HeldRequest> _held = [];
    private readonly Followed _followed;
    private HoldWish? _wish;
    private string? _missed;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isWanted;
    private long _version;
    private long _number;
    private int _watchers;
    private bool _isClosed;

    /// <summary>Nothing waits yet.</summary>
    /// <param name="clock">The clock of time-outs, which stands still while a request is held.</param>
    /// <param name="time">The clock.</param>
    public Holds(HeldTime clock, TimeProvider time)
    {
        (_clock, _time) = (clock, time);
        _followed = new Followed(time);
        _absence = Background.CreateTimer(time, "Releasing held requests", ReleaseAll);
        CallerClock = new HoldableTime(time, clock, () => _isWanted);
    }

    public string Name => "Held requests";

    public IEnumerable<IResourceType> ResourceTypes => [];

    public bool IsWanted => _isWanted;

    public TimeProvider CallerClock { get; }

    public void Declare(string service, IEnumerable<string> steps)
    {
        lock (_gate)
        {
            _steps[service] = [.. steps];
        }
    }

    public async ValueTask PassAsync(HoldPoint point, CancellationToken gone)
    {
        if (Take(point) is not { } held)
        {
            return;
        }

        try
        {
            await held.Released.WaitAsync(Longest, _time, gone);
        }
        catch (Exception end) when (end is TimeoutException or OperationCanceledException)
        {
            // It has waited for long enough, or its client is gone, which its pipeline notices by itself.
        }
        finally
        {
            lock (_gate)
            {
                _held.Remove(held);
                Change();
            }
        }
    }

    public JsonObject Describe()
    {
        lock (_gate)
        {
            JsonObject described = new()
            {
                ["version"] = _version,
                ["steps"] = new JsonArray([.. _steps.SelectMany(pipeline => pipeline.Value.Select(step =>
                    (JsonNode)new JsonObject { ["service"] = pipeline.Key, ["step"] = step }))]),
                ["held"] = new JsonArray([.. _held.Select(held => held.Describe())]),
                ["following"] = !_followed.IsEmpty,
            };
            if (_missed is not null)
            {
                described["missed"] = _missed;
            }

            if (_wish is { } wish)
            {
                described["wanted"] = new JsonObject { ["service"] = wish.Service, ["step"] = wish.Step, ["filter"] = wish.Filter };
            }

            return described;
        }
    }

    public async Task<JsonObject> WatchAsync(long known, CancellationToken gone)
    {
        Task changed;
        lock (_gate)
        {
            _watchers++;
            _absence.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            changed = _version == known && !_isClosed ? _changed.Task : Task.CompletedTask;
        }

        try
        {
            await changed.WaitAsync(LongestWatch, _time, gone);
        }
        catch (TimeoutException)
        {
            // Nothing has changed. A page that is open asks again, and so shows that somebody looks.
        }
        finally
        {
            lock (_gate)
            {
                if (--_watchers == 0 && !_isClosed)
                {
                    _absence.Change(Absence, Timeout.InfiniteTimeSpan);
                }
            }
        }

        return Describe();
    }

    public bool Want(HoldWish wish)
    {
        lock (_gate)
        {
            if (_isClosed || !_steps.GetValueOrDefault(wish.Service, []).Contains(wish.Step))
            {
                return false;
            }

            (_wish, _missed) = (wish, null);
            Change();
            return true;
        }
    }

    public void Forget()
    {
        lock (_gate)
        {
            (_wish, _missed) = (null, null);
            Change();
        }
    }

    public bool Release(long number, bool isToStopAgain)
    {
        lock (_gate)
        {
            if (_held.Find(one => one.Number == number) is not { } held)
            {
                return false;
            }

            if (isToStopAgain && held.Trace is { } trace)
            {
                _followed.Add(trace, held);
                Change();
            }

            held.Release();
            return true;
        }
    }

    public void ReleaseAll()
    {
        lock (_gate)
        {
            (_wish, _missed) = (null, null);
            _followed.Clear();
            _held.ForEach(held => held.Release());
            Change();
        }
    }

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task PauseAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
        }

        ReleaseAll();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await PauseAsync();
        await _absence.DisposeAsync();
    }

    private HeldRequest? Take(HoldPoint point)
    {
        lock (_gate)
        {
            var trace = Activity.Current?.TraceId.ToHexString();
            var before = _followed.Take(trace);
            if (before is null && _wish?.Matches(point) is not true)
            {
                _isWanted = _wish is not null || !_followed.IsEmpty;
                return null;
            }

            _wish = before is null ? null : _wish;
            if (_isClosed)
            {
                return null;
            }

            if (_held.Count >= Most)
            {
                _missed = $"{point.What} went on without waiting: {Most} requests wait already, which is the most. "
                    + "Release one of them, and hold the next request again.";
                Change();
                return null;
            }

            var now = _time.GetUtcNow();
            var held = new HeldRequest(++_number, trace, point, before, now, now + Longest);
            _held.Add(held);
            Change();
            return held;
        }
    }

    // The caller has the gate.
    private void Change()
    {
        _version++;
        _isWanted = _wish is not null || !_followed.IsEmpty;
        if (_held.Count > 0)
        {
            _clock.Hold(this);
        }
        else
        {
            _clock.Release(this);
        }

        _changed.TrySetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
