using Lexicon.Local.Lambda.Sandbox;

namespace Lexicon.Local.Tests.Lambda;

public sealed class DiagnosticFilesTests
{
    [Fact]
    public void Remove_TakesTheFilesOfThatProcessAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // No process has these ids: they are beyond what Linux hands out (2^22).
        var own = Path.Combine(Path.GetTempPath(), "dotnet-diagnostic-88888881-1-socket");
        var ownPipe = Path.Combine(Path.GetTempPath(), "clr-debug-pipe-88888881-1-in");
        var other = Path.Combine(Path.GetTempPath(), "dotnet-diagnostic-88888882-1-socket");
        foreach (var file in (string[])[own, ownPipe, other])
        {
            File.WriteAllText(file, "");
        }

        DiagnosticFiles.Remove(88888881);

        Assert.Equal((false, false, true), (File.Exists(own), File.Exists(ownPipe), File.Exists(other)));
        File.Delete(other);
    }
}
