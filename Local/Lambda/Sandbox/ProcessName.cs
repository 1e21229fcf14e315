namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// Names a function's process for <c>ps</c>, <c>top</c> and a debugger's list: on Linux a program that is started by a link is named
/// after the link (proc_pid_comm(5), which keeps 15 letters; the arguments show all of it), and finds itself all the same.
/// </summary>
internal static class ProcessName
{
    private static ReadOnlySpan<byte> Elf => [0x7F, (byte)'E', (byte)'L', (byte)'F'];

    /// <summary>A link with this name to a program; the program itself where a link would change what runs, or cannot be made.</summary>
    /// <param name="folder">Where the link lies; it is the function's own, since others may have links of the same name.</param>
    /// <param name="name">The name.</param>
    /// <param name="program">The program, a full path.</param>
    public static string Link(string folder, string name, string program)
    {
        // A script is started by its interpreter, which would be told the link's path and so the wrong folder.
        if (!CanLink(program))
        {
            return program;
        }

        var link = Path.Combine(folder, name);
        try
        {
            if (new FileInfo(link).LinkTarget != program)
            {
                Directory.CreateDirectory(folder);
                var draft = Path.Combine(folder, Path.GetRandomFileName());
                File.CreateSymbolicLink(draft, program);
                File.Move(draft, link, overwrite: true);
            }

            return link;
        }
        catch (Exception impossible) when (impossible is IOException or UnauthorizedAccessException)
        {
            return program;
        }
    }

    /// <summary>Whether a program can be started by a link.</summary>
    public static bool CanLink(string program) => OperatingSystem.IsLinux() && IsElf(program);

    private static bool IsElf(string program)
    {
        Span<byte> first = stackalloc byte[4];
        using var file = File.OpenRead(program);
        return file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(Elf);
    }
}
