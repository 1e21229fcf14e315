using Microsoft.Extensions.Time.Testing;

namespace Lexicon.Testing;

/// <summary>A clock that stands still until a test moves it; its timers fire when it passes them.</summary>
/// <param name="now">Where it stands at first.</param>
public sealed class TestClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset Due, TimeSpan Time)> _waits = [];
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Begun)> _awaited = [];

    /// <summary>A clock that stands at 2026-11-22T10:15:30.123Z.</summary>
    public TestClock()
        : this(new(2026, 11, 22, 10, 15, 30, 123, TimeSpan.Zero))
    {
    }

    /// <summary>Whether each wait is over at once, however long it was to take.</summary>
    public bool SkipsWaits { get; init; }

    /// <summary>How long each wait was to take, in the order in which they began.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits.Select(wait => wait.Time)];
            }
        }
    }

    /// <summary>Ends once a wait has begun that ends in just that time: moved before, the clock would pass it unseen.</summary>
    public Task UntilSomebodyWaitsAsync(TimeSpan time)
    {
        lock (_lock)
        {
            var due = GetUtcNow() + time;
            if (_waits.Any(wait => wait.Due == due))
            {
                return Task.CompletedTask;
            }

            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((due, begun));
            return begun.Task;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = SkipsWaits
            ? System.CreateTimer(callback, state, TimeSpan.Zero, period)
            : base.CreateTimer(callback, state, dueTime, period);
        lock (_lock)
        {
            var due = GetUtcNow() + dueTime;
            _waits.Add((due, dueTime));
            _awaited.FindAll(one => one.Due == due).ForEach(one => one.Begun.TrySetResult());
        }

        return timer;
    }
}
