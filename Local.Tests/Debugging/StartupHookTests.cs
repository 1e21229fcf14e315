using Lexicon.Local.StartupHook;

namespace Lexicon.Local.Tests.Debugging;

/// <summary>What runs in a managed function that waits, by itself.</summary>
public sealed class StartupHookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debugger-tests-").FullName;
    private readonly string _waiting;
    private readonly DebuggerFiles _files;
    private bool _isAttached;

    public StartupHookTests()
    {
        _waiting = Path.Combine(_folder, "CreateTerm");
        File.WriteAllText(_waiting, "123");
        _files = new(_waiting, () => _isAttached);
    }

    [Fact]
    public void Process_WaitsUntilADebuggerIsAttached()
    {
        Assert.True(_files.IsAwaited());

        _isAttached = true;

        Assert.False(_files.IsAwaited());
        Assert.Equal(["CreateTerm.attached"], Left);
    }

    [Fact]
    public void Process_GoesOnWhenItsFileIsRemoved()
    {
        File.Delete(_waiting);

        Assert.False(_files.IsAwaited());
        Assert.Empty(Left);
    }

    [Fact]
    public void DebuggerThatGoesAndComesAgain_IsTold()
    {
        _isAttached = true;
        _files.IsAwaited();
        _isAttached = false;
        _files.Tell();
        Assert.Empty(Left);

        _isAttached = true;
        _files.Tell();
        Assert.Equal(["CreateTerm.attached"], Left);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IEnumerable<string?> Left => Directory.EnumerateFiles(_folder).Select(Path.GetFileName);
}
