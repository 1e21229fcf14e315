using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// The sabotages that nobody thought of: <see cref="Mutants"/>. A run tries one in many; <c>SWEEP=all</c> tries each and writes
/// those that nobody noticed to <c>.local/sweep.txt</c>.
/// </summary>
public sealed class SweepTests
{
    private const int OneIn = 97;

    [Fact]
    public void NearlyEveryMutant_BreaksAPromise()
    {
        var every = System.Environment.GetEnvironmentVariable("SWEEP") == "all";
        var mutants = Mutants.All.Where((_, index) => every || index % OneIn == 0).ToList();
        var (promises, broken) = Promises.Make();
        Assert.Empty(broken);

        var unnoticed = mutants.Where(mutant => promises.BrokenBy(mutant.Original, mutant.Spoil()) is null).ToList();

        var caught = mutants.Count - unnoticed.Count;
        if (every)
        {
            var path = Directory.CreateDirectory(Repository.File(".local")).FullName;
            File.WriteAllLines(
                Path.Combine(path, "sweep.txt"),
                [.. unnoticed.Select(mutant => $"{mutant}"), $"{caught} of {mutants.Count} noticed."]);
        }

        Assert.True(caught >= 0.7 * mutants.Count, $"{caught} of {mutants.Count} noticed.");
    }
}
