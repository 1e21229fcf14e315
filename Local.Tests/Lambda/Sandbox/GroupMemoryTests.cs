using Lexicon.Local.Lambda.Sandbox.Walls;

namespace Lexicon.Local.Tests.Lambda.Sandbox;

/// <summary>What is written to the files of a control group, and what is read from them, in a folder like one.</summary>
public sealed class GroupMemoryTests : IDisposable
{
    private const int NoProcess = 0;
    private readonly string _folder = Directory.CreateTempSubdirectory("group-").FullName;

    [Theory]
    [InlineData(true, "memory.max", "memory.swap.max", "0", "0")]
    [InlineData(false, "memory.limit_in_bytes", "memory.memsw.limit_in_bytes", "134217728", "671088640")]
    public void Bound_IsTheFunctionsMemoryAtFirst_AndThenLeavesRoomForItsFiles(
        bool unified, string bound, string swap, string swapAtFirst, string swapThen)
    {
        File.WriteAllText(Path.Combine(_folder, swap), "max");
        var memory = new GroupMemory(_folder, unified ? MemoryFiles.V2 : MemoryFiles.V1, memory: 128, storage: 512);
        var first = (Read(bound), Read(swap));

        memory.MakeRoom();

        Assert.Equal((("134217728", swapAtFirst), ("671088640", swapThen)), (first, (Read(bound), Read(swap))));
    }

    [Theory]
    [InlineData(true, "memory.events")]
    [InlineData(false, "memory.oom_control")]
    public void End_ByTheKernel_IsNoticed(bool unified, string events)
    {
        var memory = new GroupMemory(_folder, unified ? MemoryFiles.V2 : MemoryFiles.V1, memory: 128, storage: 512);
        var before = memory.RanOut;
        File.WriteAllText(Path.Combine(_folder, events), "under_oom 0\noom 3\noom_kill 1\n");

        Assert.Equal((false, true), (before, memory.RanOut));
    }

    [Theory]
    [InlineData("anon 134217729\nshmem 0\n", 1)]
    [InlineData("anon 134217728\nshmem 536870912\n", 0)]
    public void FunctionsOwnPart_IsWhatIsLookedAt(string figures, int asked)
    {
        var memory = new GroupMemory(_folder, MemoryFiles.V2, memory: 128, storage: 512);
        memory.MakeRoom();
        File.WriteAllText(Path.Combine(_folder, "memory.stat"), figures);
        var found = 0;

        memory.Check(() =>
        {
            found++;
            return NoProcess;
        });

        Assert.Equal(asked, found);
    }

    [Fact]
    public void OwnGroups_OfV2_AreOneFolder()
    {
        File.WriteAllText(Path.Combine(_folder, "cgroup.controllers"), "cpu memory pids");
        Directory.CreateDirectory(Path.Combine(_folder, "user.slice"));

        var own = OwnGroups.Read(["0::/user.slice"], _folder);

        Assert.True(own.IsUnified);
        Assert.Equal([Path.Combine(_folder, "user.slice")], own.Folders);
    }

    [Fact]
    public void OwnGroups_OfV1_AreAFolderForEachController_ThatOfMemoryFirst()
    {
        foreach (var folder in (string[])["memory/own", "pids", "cpu"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        }

        var own = OwnGroups.Read(["8:pids:/", "4:memory:/own", "3:cpuset:/", "1:cpu:/", "0::/"], _folder);
        var withoutMemory = OwnGroups.Read(["8:pids:/", "1:cpu:/"], _folder);

        Assert.False(own.IsUnified);
        Assert.Equal([$"{_folder}/memory/own", $"{_folder}/pids", $"{_folder}/cpu"], own.Folders);
        Assert.Empty(withoutMemory.Folders);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));
}
