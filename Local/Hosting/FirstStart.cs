using System.Diagnostics;

namespace Lexicon.Local.Hosting;

/// <summary>
/// The command of <c>--first-start</c>: run once for a data folder, when everything answers. It fills an empty app through
/// the app's own interface; what it does is not the business of the runner.
/// </summary>
internal static class FirstStart
{
    private const string MarkerName = "first-start-done";

    /// <summary>Runs the command unless it has succeeded before; a failure is told and tried again at the next start.</summary>
    public static async Task RunAsync(Settings settings, Endpoints endpoints, IChildProcesses processes, CancellationToken stop)
    {
        var marker = Path.Combine(settings.Data, MarkerName);
        if (settings.FirstStart is not { Length: > 0 } command || File.Exists(marker))
        {
            return;
        }

        Progress.Say($"First start: {command}");
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(words[0], words[1..]);
        foreach (var name in (string[])["no_proxy", "NO_PROXY"])
        {
            // What is on loopback is reached through no proxy.
            start.Environment[name] = string.Join(',', [.. NotEmpty(start.Environment, name), "localhost", "127.0.0.1", "::1"]);
        }

        start.Environment["BASE_URL"] = endpoints.Site.AbsoluteUri.TrimEnd('/');
        using var process = processes.Start(command, start);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode == 0)
        {
            await File.WriteAllTextAsync(marker, command, stop);
        }
        else
        {
            Progress.Say($"First start: '{command}' ended with exit code {process.ExitCode}; the next start tries it again");
        }
    }

    private static string[] NotEmpty(IDictionary<string, string?> environment, string name) =>
        environment.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value) ? [value] : [];
}
