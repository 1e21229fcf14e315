using System.Runtime.InteropServices;

namespace Lexicon.Benchmarks.Processes;

/// <summary>
/// The calls of the C library that the harness times with: <c>posix_spawn</c> costs the same however large the caller is, which
/// <see cref="System.Diagnostics.Process"/> does not promise.
/// </summary>
internal static unsafe partial class Native
{
    // sizeof(posix_spawn_file_actions_t) is 80 in the C libraries for 64-bit Linux.
    public const int FileActionsSize = 128;

    public const int Kill = 9;

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Spawn(out int pid, string path, void* actions, void* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    public static partial int InitFileActions(void* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddOpen(void* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    public static partial int DestroyFileActions(void* actions);

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Send(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    public static partial int Wait(int pid, out int status, int options);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    public static partial int ReadClock(int clock, long* secondsAndNanoseconds);
}
