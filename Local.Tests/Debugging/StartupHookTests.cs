using Lexicon.Local.StartupHook;

namespace Lexicon.Local.Tests.Debugging;

/// <summary>What runs in a managed function that waits, by itself.</summary>
public sealed class StartupHookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("debugger-tests-").FullName;
    private readonly string waiting;
    private readonly DebuggerFiles files;
    private bool isAttached;

    public StartupHookTests()
    {
        waiting = Path.Combine(folder, "CreateTerm");
        File.WriteAllText(waiting, "123");
        files = new(waiting, () => isAttached);
    }

    [Fact]
    public void Process_WaitsUntilADebuggerIsAttached()
    {
        Assert.True(files.IsAwaited());

        isAttached = true;

        Assert.False(files.IsAwaited());
        Assert.Equal(["CreateTerm.attached"], Left);
    }

    [Fact]
    public void Process_GoesOnWhenItsFileIsRemoved()
    {
        File.Delete(waiting);

        Assert.False(files.IsAwaited());
        Assert.Empty(Left);
    }

    [Fact]
    public void DebuggerThatGoesAndComesAgain_IsTold()
    {
        isAttached = true;
        files.IsAwaited();
        isAttached = false;
        files.Tell();
        Assert.Empty(Left);

        isAttached = true;
        files.Tell();
        Assert.Equal(["CreateTerm.attached"], Left);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IEnumerable<string?> Left => Directory.EnumerateFiles(folder).Select(Path.GetFileName);
}
