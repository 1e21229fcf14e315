namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>What the tests run: it was built before them.</summary>
internal static class BuildOutput
{
    public static string CloudAssembly { get; } = Repository.File("cdk.out");

    /// <summary>The runner, built in the configuration of the tests.</summary>
    public static string Runner { get; } = AppContext.BaseDirectory
        .Replace("EndToEnd.Tests", "Local", StringComparison.Ordinal).TrimEnd(Path.DirectorySeparatorChar)
        + $"{Path.DirectorySeparatorChar}Lexicon.Local.dll";
}
