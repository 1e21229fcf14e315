using System;
using System.IO;

namespace Lexicon.Local.StartupHook;

/// <summary>
/// The two files by which a process and the runner speak of a debugger. The first is there while the process waits, and whoever removes
/// it lets the process go on; the second, with <c>.attached</c> behind its name, is there while a debugger is.
/// </summary>
internal sealed class DebuggerFiles(string waiting, Func<bool> isAttached)
{
    private readonly string _attached = waiting + ".attached";

    /// <summary>Whether to wait on. A debugger that has come is told before the waiting ends, so that no time counts in between.</summary>
    public bool IsAwaited()
    {
        if (!isAttached() && File.Exists(waiting))
        {
            return true;
        }

        Tell();
        File.Delete(waiting);
        return false;
    }

    /// <summary>Tells whether a debugger is there.</summary>
    public void Tell()
    {
        try
        {
            if (!isAttached())
            {
                File.Delete(_attached);
            }
            else if (!File.Exists(_attached))
            {
                File.WriteAllText(_attached, "");
            }
        }
        catch (IOException)
        {
            // The folder has gone, and with it the runner that wants to know.
        }
    }
}
