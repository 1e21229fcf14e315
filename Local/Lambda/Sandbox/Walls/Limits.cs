using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>Lambda's limits of an environment (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).</summary>
internal static class Limits
{
    /// <summary>The file handles of a process.</summary>
    public const string OpenFilesText = "1024";

    /// <summary>Processes and threads.</summary>
    public const int MostProcesses = 1024;

    /// <summary>
    /// Starts a program with the limit of processes, within its user namespace, which counts for itself: outside of it the other
    /// processes of this machine's user would count, too (https://man7.org/linux/man-pages/man2/getrlimit.2.html).
    /// </summary>
    public static IReadOnlyList<string> Processes { get; } =
        Programs.Find("prlimit") is { } program ? [program, $"--nproc={MostProcesses}", "--"] : [];
}
