using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// Whether the kernel starts a file (https://man7.org/linux/man-pages/man2/execve.2.html): a program of this machine's kind, or a
/// script whose first line names its interpreter. A text without such a line is neither.
/// </summary>
internal static class ProgramFormat
{
    // elf(5): the machine is a half word at offset 18.
    private const int HeadLength = 20;
    private const ushort Amd64 = 62;
    private const ushort Arm64 = 183;

    /// <summary>Checked on Linux alone, where a shell would fail on the file with an unclear error; elsewhere each is tried.</summary>
    public static bool IsKnown(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        Span<byte> head = stackalloc byte[HeadLength];
        using var file = File.OpenRead(path);
        head = head[..file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        return head.StartsWith("#!"u8) || (head.Length == HeadLength && head.StartsWith("\u007FELF"u8) && IsOwnMachine(head));
    }

    private static bool IsOwnMachine(ReadOnlySpan<byte> head) => RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 => BinaryPrimitives.ReadUInt16LittleEndian(head[18..]) == Amd64,
        Architecture.Arm64 => BinaryPrimitives.ReadUInt16LittleEndian(head[18..]) == Arm64,
        _ => true,
    };
}
