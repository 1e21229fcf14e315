using System.Globalization;

namespace Lexicon.Functions.Tests.Soak;

/// <summary>How long the long tests run: short in every run of the tests, long when the environment says so (<c>make soak</c>).</summary>
internal static class Settings
{
    /// <summary>How long writers compete: <c>SOAK_SECONDS</c>.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(Number("SOAK_SECONDS", 2));

    /// <summary>How many requests are generated: <c>SOAK_REQUESTS</c>.</summary>
    public static int Requests { get; } = Number("SOAK_REQUESTS", 1_000);

    /// <summary>What random numbers begin with: <c>SOAK_SEED</c>, or another one each time; a failure prints it.</summary>
    public static int Seed { get; } = Number("SOAK_SEED", Random.Shared.Next());

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
