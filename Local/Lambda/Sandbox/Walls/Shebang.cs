using System.Text;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>The first line of a script, which names its interpreter (https://man7.org/linux/man-pages/man2/execve.2.html).</summary>
internal static class Shebang
{
    /// <summary>The longest first line that the kernel reads.</summary>
    private const int Longest = 255;

    /// <summary>The interpreter; what follows <c>env</c> where that looks for it; null for what is not a script.</summary>
    public static string? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        Span<byte> head = stackalloc byte[Longest];
        using var stream = File.OpenRead(file);
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var line = Encoding.UTF8.GetString(head).Split('\n')[0];
        var words = line.StartsWith("#!", StringComparison.Ordinal) ? line[2..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return words switch
        {
            [] => null,
            [var env, .. var rest] when Path.GetFileName(env) == "env" => rest.FirstOrDefault(word => !word.StartsWith('-')),
            [var interpreter, ..] => interpreter.Trim(),
        };
    }
}
