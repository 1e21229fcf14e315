using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// The sabotages that nobody thought of: <see cref="Mutants"/>. A run tries one in many; <c>SWEEP=1</c> tries each, <c>SWEEP=10</c>
/// one in ten, and writes those that nobody noticed to <c>.local/sweep.txt</c>.
/// </summary>
public sealed class SweepTests
{
    private const int OneIn = 97;

    private static readonly string? s_asked = System.Environment.GetEnvironmentVariable("SWEEP");

    [Fact]
    public void NearlyEveryMutant_BreaksAPromise()
    {
        var oneIn = s_asked is null ? OneIn : int.Parse(s_asked, System.Globalization.CultureInfo.InvariantCulture);
        var mutants = Mutants.InOneStage.Concat(Mutants.InEveryStage).Where((_, index) => index % oneIn == 0).ToList();
        var (promises, broken) = Promises.Make();
        Assert.Empty(broken);

        var unnoticed = mutants.Where(mutant => promises.BrokenBy(mutant.Spoil()) is null).Select(mutant => $"{mutant}").ToList();

        var result = $"{mutants.Count - unnoticed.Count} of {mutants.Count} noticed.";
        if (s_asked is not null)
        {
            var path = Directory.CreateDirectory(Repository.File(".local")).FullName;
            File.WriteAllLines(Path.Combine(path, "sweep.txt"), [.. unnoticed, result]);
        }

        Assert.True(unnoticed.Count <= 0.05 * mutants.Count, string.Join('\n', [result, .. unnoticed.Take(50)]));
    }
}
