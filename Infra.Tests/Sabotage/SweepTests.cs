using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// The sabotages that nobody thought of: <see cref="Mutants"/>. A run tries one in many; <c>SWEEP=1</c> tries each, <c>SWEEP=10</c>
/// one in ten, and writes those that nobody noticed to <c>.local/sweep.txt</c>.
/// </summary>
[Collection(nameof(Unspoilt))]
public sealed class SweepTests(Unspoilt unspoilt)
{
    private const int OneIn = 499;

    private static readonly string? s_asked = System.Environment.GetEnvironmentVariable("SWEEP");

    [Fact]
    public async Task NearlyEveryMutant_BreaksAPromise()
    {
        var oneIn = s_asked is null ? OneIn : int.Parse(s_asked, System.Globalization.CultureInfo.InvariantCulture);
        var mutants = Mutants.InOneStage.Concat(Mutants.InEveryStage).Where((_, index) => index % oneIn == 0).ToList();

        var unnoticed = new List<string>();
        foreach (var mutant in mutants)
        {
            if (await unspoilt.Promises.BrokenByAsync(mutant.Spoil()) is null)
            {
                unnoticed.Add($"{mutant}");
            }
        }

        var result = $"{mutants.Count - unnoticed.Count} of {mutants.Count} mechanical changes noticed by named assertions.";
        await LocalFolder.WriteAsync("sweep.txt", [.. unnoticed, result]);
        unspoilt.Print(result);
        Assert.True(unnoticed.Count <= 0.05 * mutants.Count, string.Join('\n', [result, .. unnoticed.Take(50)]));
    }
}
