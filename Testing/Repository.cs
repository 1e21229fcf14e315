namespace Lexicon.Testing;

/// <summary>The checkout that this was built from: tests read and write files in it.</summary>
public static class Repository
{
    /// <summary>The folder of <c>App.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file or folder.</summary>
    /// <param name="path">From the root, one name after the other.</param>
    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "App.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"App.sln is in no folder above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
