using System.Globalization;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// The bound of memory of a control group. The kernel counts the files of <c>/tmp</c> as memory, and on Lambda they are on a disk. So its
/// bound is the function's own memory while that starts, which is what a runtime such as .NET goes by, and then leaves room for what
/// <c>/tmp</c> may hold; that the function itself stays below its memory is looked after from here.
/// </summary>
internal sealed class GroupMemory
{
    private const long Megabyte = 1024 * 1024;

    private readonly string _folder;
    private readonly MemoryFiles _files;
    private readonly long _own;
    private readonly long _most;
    private bool _hasRoom;
    private bool _ended;

    /// <param name="folder">The group.</param>
    /// <param name="files">How its files are called.</param>
    /// <param name="memory">MB of the function.</param>
    /// <param name="storage">MB of its <c>/tmp</c>.</param>
    public GroupMemory(string folder, MemoryFiles files, int memory, int storage)
    {
        (_folder, _files) = (folder, files);
        (_own, _most) = (memory * Megabyte, (memory + storage) * Megabyte);
        Write(files.Bound, _own);
        TryWrite(files.Swap, files.SwapIsIncluded ? _own : 0);
    }

    /// <summary>Where a runtime looks for the group.</summary>
    public string MountPoint => _files.MountPoint;

    /// <summary>Whether a process was ended for want of memory.</summary>
    public bool RanOut => _ended || Figure(_files.Events, "oom_kill") > 0;

    /// <summary>The function has started, and may fill its <c>/tmp</c>.</summary>
    public void MakeRoom()
    {
        if (!_hasRoom)
        {
            // The bound with swap must never be the lower one of the two.
            _hasRoom = true;
            TryWrite(_files.Swap, _files.SwapIsIncluded ? _most : 0);
            TryWrite(_files.Bound, _most);
        }
    }

    /// <summary>Looks how much the function has, and ends it if that is too much.</summary>
    /// <param name="program">Finds the program's process.</param>
    public void Check(Func<int> program)
    {
        if (_hasRoom && !_ended && Figure("memory.stat", _files.Own) > _own && program() is not 0 and var process)
        {
            _ended = true;
            Signals.Kill(process);
        }
    }

    /// <summary>A figure from a file of lines such as <c>anon 4096</c>; 0 when it is not there.</summary>
    private long Figure(string file, string name)
    {
        try
        {
            return File.ReadLines(PathOf(file)).FirstOrDefault(line => line.StartsWith(name + " ", StringComparison.Ordinal)) is { } line
                ? long.Parse(line.AsSpan(name.Length + 1), CultureInfo.InvariantCulture)
                : 0;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private void Write(string file, long value) => File.WriteAllText(PathOf(file), value.ToString(CultureInfo.InvariantCulture));

    // Where the kernel does not count swap, or has none, there is no such file.
    private void TryWrite(string file, long value)
    {
        try
        {
            if (File.Exists(PathOf(file)))
            {
                Write(file, value);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The group has ended.
        }
    }

    private string PathOf(string file) => Path.Combine(_folder, file);
}
