using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>The program <c>bwrap</c> on this machine (https://github.com/containers/bubblewrap).</summary>
/// <param name="Program">Its full path.</param>
internal sealed record Bubblewrap(string Program)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How a person gets it.</summary>
    public const string Installing = "install bubblewrap (apt-get install bubblewrap, dnf install bubblewrap)";

    /// <summary>Looks for it, and tries it: a kernel or its settings may allow nobody to have namespaces of their own.</summary>
    /// <param name="arguments">The options of every sandbox.</param>
    /// <returns>The program, or why there is none.</returns>
    public static (Bubblewrap? Found, string? Problem) Find(IEnumerable<string> arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            return (null, "this system has no namespaces; Linux has");
        }

        if (Programs.Find("bwrap") is not { } program)
        {
            return (null, Installing);
        }

        return Try(program, arguments) is { } problem
            ? (null, $"bubblewrap does not work here ({problem}); it must be 0.8 or newer, and the kernel must allow user namespaces")
            : (new Bubblewrap(program), null);
    }

    private static string? Try(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, [.. arguments, "--", "true"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        using var trial = Process.Start(start)!;
        trial.StandardInput.Close();
        var words = trial.StandardError.ReadToEndAsync();
        if (!trial.WaitForExit(Patience))
        {
            trial.Kill();
            return "it does not end";
        }

        return trial.ExitCode == 0 ? null : words.Result.Split('\n')[0].Trim();
    }
}
