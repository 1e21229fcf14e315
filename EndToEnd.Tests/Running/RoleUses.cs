namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// What the roles did in the runs of these tests, kept below .local/tests: <c>make permissions OF=tests</c> tells which grants no test
/// ever uses.
/// </summary>
internal static class RoleUses
{
    private static readonly Lazy<DirectoryInfo> Folder = new(() =>
    {
        var folder = new DirectoryInfo(Repository.File(".local", "tests", "iam"));
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }

        folder.Create();
        return folder;
    });

    /// <summary>Keeps the counts of a runner that has stopped.</summary>
    /// <param name="data">Its data folder.</param>
    public static void Keep(string data)
    {
        var counted = new DirectoryInfo(Path.Combine(data, "iam"));
        foreach (var file in counted.Exists ? counted.EnumerateFiles("*.json") : [])
        {
            file.CopyTo(Path.Combine(Folder.Value.FullName, file.Name), overwrite: true);
        }
    }
}
