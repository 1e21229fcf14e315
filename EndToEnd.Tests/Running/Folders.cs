namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Copies of what a test changes.</summary>
internal static class Folders
{
    /// <summary>Copies every file below a folder.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
