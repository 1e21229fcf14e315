using System.Diagnostics;

namespace Lexicon.Local.Debugging;

/// <summary>A process that a debugger is awaited for.</summary>
internal interface IDebuggedProcess
{
    /// <summary>Adds the environment variables that make a managed process wait.</summary>
    void AddTo(Dictionary<string, string> variables);

    /// <summary>The process is there, and waits.</summary>
    void Await(Process started);

    /// <summary>The process has ended, or was never started: the next one waits again.</summary>
    void End();
}
