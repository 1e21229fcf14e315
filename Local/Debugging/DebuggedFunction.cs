using Lexicon.Local.Hosting;

namespace Lexicon.Local.Debugging;

/// <summary>
/// The function of <c>--debug</c>. Its next environment waits for a debugger; while one is awaited or attached, the clock of its
/// time-outs stands still. Only one environment at a time waits; others of the function, and all of other functions, run as usual.
/// </summary>
/// <param name="settings">Which function it is.</param>
/// <param name="time">The clock.</param>
/// <param name="tell">Takes a line for the person at the terminal.</param>
/// <param name="clock">The clock that stands still; null: one of its own.</param>
internal sealed class DebuggedFunction(Settings settings, TimeProvider time, Action<string> tell, HeldTime? clock = null) : IDebugger
{
    private readonly string _folder = Path.Combine(settings.Data, "debugger");
    private readonly HeldTime _clock = clock ?? new(time);
    private string? _name;
    private int _occupied;

    public void Choose(IEnumerable<IDebuggable> functions)
    {
        if (settings.Debug is { } asked && FunctionNames.Find(asked, functions).Name is var found && found != _name)
        {
            _name = found;
            tell($"The next environment of {_name} waits for a debugger (docs/debugging.md)");
        }
    }

    public bool IsDebugged(string function) => function == _name;

    public bool IsHeld(string function) => IsDebugged(function) && _clock.IsHeld;

    public TimeProvider ClockFor(string function) => IsDebugged(function) ? _clock : time;

    public TimeProvider CallerClock => settings.Debug is null ? time : _clock;

    public TimeSpan TimeLeft(string function, TimeSpan rest) => IsHeld(function) ? HeldTime.TimeLeftWhileHeld : rest;

    public IDebuggedProcess? Begin(IDebuggable function)
    {
        if (!IsDebugged(function.Name) || Interlocked.Exchange(ref _occupied, 1) == 1)
        {
            return null;
        }

        Directory.CreateDirectory(_folder);
        return new DebuggedProcess(
            function.ShortName, Path.Combine(_folder, function.Name), function.IsManaged, _clock, time, tell, () => _occupied = 0);
    }
}
