namespace Lexicon.Functions.Tests.Support;

/// <summary>The sources of some projects in a folder elsewhere, without anything that was built.</summary>
internal sealed class SourceCopy
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-copy-");

    public SourceCopy(params string[] projects)
    {
        foreach (var file in Directory.GetFiles(Repository.Root).Where(IsOfTheBuild))
        {
            File.Copy(file, Path.Combine(Root, Path.GetFileName(file)));
        }

        foreach (var file in projects.SelectMany(project =>
            Directory.EnumerateFiles(Repository.File(project), "*", SearchOption.AllDirectories)))
        {
            var path = Path.GetRelativePath(Repository.Root, file);
            if (path.Split(Path.DirectorySeparatorChar)[1] is not ("bin" or "obj"))
            {
                var copy = Path.Combine(Root, path);
                _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    public string Root => _folder.FullName;

    public void Delete() => _folder.Delete(recursive: true);

    private static bool IsOfTheBuild(string file) =>
        Path.GetFileName(file) is var name
        && (name.StartsWith("Directory.", StringComparison.Ordinal) || name is "global.json" or "cdk.json" or ".editorconfig");
}
