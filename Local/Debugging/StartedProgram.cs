namespace Lexicon.Local.Debugging;

/// <summary>Knows a process that still is one of the programs by which the runner starts others (<c>ChildProcesses</c>).</summary>
internal static class StartedProgram
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(1);
    private static readonly string[] Starters = ["setpriv", "setsid"];

    /// <summary>Returns when the process is the program that was asked for; it takes milliseconds.</summary>
    public static void Wait(int process) => SpinWait.SpinUntil(() => !Starters.Contains(NameOf(process)), StartTimeout);

    private static string NameOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/comm").TrimEnd();
        }
        catch (IOException)
        {
            return "";
        }
    }
}
