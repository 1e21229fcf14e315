namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The sockets and pipes by which debuggers reach a .NET process
/// (https://learn.microsoft.com/dotnet/core/diagnostics/diagnostic-port). One that is killed leaves them in the temporary
/// folder, which on Lambda goes with the environment.
/// </summary>
internal static class DiagnosticFiles
{
    /// <summary>Removes those of a process that has ended.</summary>
    public static void Remove(int process)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var pattern in (string[])[$"dotnet-diagnostic-{process}-*", $"clr-debug-pipe-{process}-*"])
        {
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), pattern))
            {
                try
                {
                    File.Delete(file);
                }
                catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
                {
                    // Someone else's, then.
                }
            }
        }
    }
}
