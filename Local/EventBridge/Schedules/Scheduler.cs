using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.EventBridge.Schedules;

/// <summary>
/// Waits for the times of the scheduled rules. A rate begins when its rule is made: with the runner, or with a newer assembly.
/// </summary>
internal sealed class Scheduler : IDisposable
{
    // A timer cannot wait for longer than seven weeks.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Arn, string Expression), DateTimeOffset> _due = [];
    private readonly RuleSet _rules;
    private readonly Action<Rule, DateTimeOffset> _fire;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;

    public Scheduler(RuleSet rules, Action<Rule, DateTimeOffset> fire, TimeProvider time)
    {
        (_rules, _fire, _time) = (rules, fire, time);
        _timer = Background.CreateTimer(time, "A scheduled rule", Run);
    }

    /// <summary>Begins; rules that another one waits for already go on as they were.</summary>
    public void Start(Scheduler? before)
    {
        lock (_lock)
        {
            var waiting = before?._due ?? [];
            foreach (var rule in _rules.All.Where(rule => rule is { IsEnabled: true, Schedule: not null }))
            {
                Plan(rule, waiting.GetValueOrDefault(KeyOf(rule), rule.Schedule!.Next(_time.GetUtcNow()) ?? DateTimeOffset.MaxValue));
            }

            Wait();
        }
    }

    public void Dispose() => _timer.Dispose();

    private static (string Arn, string Expression) KeyOf(Rule rule) => (rule.Arn, rule.ScheduleExpression!);

    private void Run()
    {
        var fired = new List<(Rule Rule, DateTimeOffset Due)>();
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            foreach (var (key, due) in _due.Where(one => one.Value <= now).ToList())
            {
                var rule = _rules.Find(key.Arn)!;
                fired.Add((rule, due));

                // What a laptop slept through is not made up for.
                var next = rule.Schedule!.Next(due);
                Plan(rule, next <= now ? rule.Schedule.Next(now) : next);
            }

            Wait();
        }

        fired.ForEach(one => _fire(one.Rule, one.Due));
    }

    private void Plan(Rule rule, DateTimeOffset? due)
    {
        if (due is { } time && time < DateTimeOffset.MaxValue)
        {
            _due[KeyOf(rule)] = time;
        }
        else
        {
            _due.Remove(KeyOf(rule));
        }
    }

    private void Wait()
    {
        if (_due.Count > 0)
        {
            var wait = _due.Values.Min() - _time.GetUtcNow();
            _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait, Timeout.InfiniteTimeSpan);
        }
    }
}
