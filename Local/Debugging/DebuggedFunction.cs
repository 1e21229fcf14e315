using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Debugging;

/// <summary>
/// The function of <c>--debug</c>. Its next environment waits for a debugger; while one is awaited or attached, the clock of its
/// time-outs stands still. One environment at a time is so; others of the function, and all of other functions, run as ever.
/// </summary>
internal sealed class DebuggedFunction(Settings settings, TimeProvider time, Action<string> tell)
{
    private readonly string _folder = Path.Combine(settings.Data, "debugger");
    private readonly HeldTime _clock = new(time);
    private string? _name;
    private int _occupied;

    /// <summary>Finds the function among those of the templates.</summary>
    /// <exception cref="StartupException">No function has the name.</exception>
    public void Choose(IEnumerable<FunctionConfiguration> functions)
    {
        if (settings.Debug is { } asked && FunctionNames.Find(asked, functions).Name is var found && found != _name)
        {
            _name = found;
            tell($"The next environment of {_name} waits for a debugger (docs/debugging.md)");
        }
    }

    /// <summary>Whether a function is the one.</summary>
    public bool IsDebugged(string function) => function == _name;

    /// <summary>The clock that the time-outs of a function are measured with.</summary>
    public TimeProvider ClockFor(string function) => IsDebugged(function) ? _clock : time;

    /// <summary>The clock of whoever waits for functions and does not know which.</summary>
    public TimeProvider CallerClock => settings.Debug is null ? time : _clock;

    /// <summary>What an environment that is about to start has to do with a debugger; null: nothing.</summary>
    public DebuggedProcess? Begin(FunctionConfiguration function)
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
