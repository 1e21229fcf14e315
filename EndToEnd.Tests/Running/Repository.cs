namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Where things are in the checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string CloudAssembly => Path.Combine(Root, "cdk.out");

    /// <summary>The runner, built in the configuration of the tests.</summary>
    public static string Runner { get; } = AppContext.BaseDirectory
        .Replace("EndToEnd.Tests", "Local", StringComparison.Ordinal).TrimEnd(Path.DirectorySeparatorChar)
        + $"{Path.DirectorySeparatorChar}Lexicon.Local.dll";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "App.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside a checkout of Lexicon");
        }

        return folder.FullName;
    }
}
