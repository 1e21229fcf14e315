namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// What is generated and committed: a test with the trait <c>Kind=Generated</c> holds it equal, and <c>make accept</c>, which sets
/// <c>ACCEPT=1</c>, rewrites it.
/// </summary>
internal static class Generated
{
    public static bool IsAccepted { get; } = Environment.GetEnvironmentVariable("ACCEPT") == "1";

    /// <summary>Says where a file parts from what it is generated from, and what to do.</summary>
    public static string Difference(string file, string there, string generated)
    {
        var (old, fresh) = (there.Split('\n'), generated.Split('\n'));
        var at = old.Zip(fresh).TakeWhile(line => line.First == line.Second).Count();
        return $"""
            {file} is not what it is generated from. The first line that differs:
              there:     {old.ElementAtOrDefault(at) ?? "(nothing)"}
              generated: {fresh.ElementAtOrDefault(at) ?? "(nothing)"}
            `make accept` rewrites it; then read `git diff`.
            """;
    }
}
