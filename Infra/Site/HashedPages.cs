using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Infra.Site;

/// <summary>
/// The pages as they are deployed. The site has no build step, so its files have plain names; here, at synthesis, whatever
/// stands in a folder (scripts, styles) moves below <c>assets/{hash}</c>, the hash of all of it, and the pages refer to it
/// there. Such a file never changes under its name and can be kept for ever, while a page is asked for each time. One hash for
/// all, since scripts import each other by relative names, which so keep their meaning.
/// </summary>
internal static class HashedPages
{
    /// <summary>The folder of everything that has a hash in its path.</summary>
    public const string Folder = "assets";

    private const string ForWhoWorksOnIt = "README.md";

    /// <summary>Writes them.</summary>
    /// <param name="source">The pages as they stand in the repository.</param>
    /// <param name="target">A folder for them; what is in it is removed.</param>
    public static void Write(string source, string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        var paths = PathsIn(source);
        var assets = paths.Where(path => path.Contains('/', StringComparison.Ordinal)).ToList();
        var place = $"{Folder}/{HashOf(source, assets)}";
        var folders = assets.Select(path => path[..path.IndexOf('/', StringComparison.Ordinal)]).Distinct().ToList();

        foreach (var path in paths)
        {
            var to = Path.Combine(target, assets.Contains(path) ? $"{place}/{path}" : path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (path.EndsWith(".html", StringComparison.Ordinal))
            {
                File.WriteAllText(to, Refer(File.ReadAllText(Path.Combine(source, path)), folders, place));
            }
            else
            {
                File.Copy(Path.Combine(source, path), to);
            }
        }
    }

    private static List<string> PathsIn(string source) =>
    [
        .. Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(source, path).Replace('\\', '/'))
            .Where(path => path != ForWhoWorksOnIt)
            .Order(StringComparer.Ordinal),
    ];

    private static string Refer(string page, IEnumerable<string> folders, string place) =>
        folders.Aggregate(page, (text, folder) => text.Replace($"\"/{folder}/", $"\"/{place}/{folder}/", StringComparison.Ordinal));

    private static string HashOf(string source, IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
        {
            var content = File.ReadAllBytes(Path.Combine(source, path));
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{content.Length}\0"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
