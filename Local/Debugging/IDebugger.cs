namespace Lexicon.Local.Debugging;

/// <summary>The debugger of one function, as Lambda meets it: processes that wait for it, and clocks that stand still for it.</summary>
internal interface IDebugger
{
    /// <summary>Finds the function that is to be debugged among those of the templates.</summary>
    /// <exception cref="CloudFormation.StartupException">No function has the name, or several may be meant.</exception>
    void Choose(IEnumerable<IDebuggable> functions);

    /// <summary>Whether a function is the one.</summary>
    bool IsDebugged(string function);

    /// <summary>Whether a function is the one, and a debugger is awaited or attached.</summary>
    bool IsHeld(string function);

    /// <summary>The clock that the time-outs of a function are measured with.</summary>
    TimeProvider ClockFor(string function);

    /// <summary>The clock of whoever waits for functions and does not know which.</summary>
    TimeProvider CallerClock { get; }

    /// <summary>How much time the function gets to know that it has.</summary>
    /// <param name="function">The function.</param>
    /// <param name="rest">How much it has by the clock.</param>
    TimeSpan TimeLeft(string function, TimeSpan rest);

    /// <summary>What an environment that is about to start has to do with a debugger; null: nothing.</summary>
    IDebuggedProcess? Begin(IDebuggable function);
}
