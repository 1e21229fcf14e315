using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// The sabotages that nobody thought of: <see cref="Mutants"/> and <see cref="LentMutants"/>. A run tries one in many; <c>SWEEP=1</c>
/// tries each, <c>SWEEP=10</c> one in ten, and writes those that nobody noticed to <c>.local/sweep.txt</c>.
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
        Mutant[] mutants =
        [
            .. Mutants.InOneStage.Concat(Mutants.InEveryStage).Where((_, index) => index % oneIn == 0),
            .. Mutants.MixedUp.Concat(LentMutants.All).Where((_, index) => index % Math.Max(1, oneIn / 10) == 0),
        ];

        List<string> listed = [], unnoticed = [];
        foreach (var mutant in mutants)
        {
            var spoilt = mutant.Spoil();
            if (await unspoilt.Promises.BrokenByAsync(spoilt) is null)
            {
                (await unspoilt.Lists.BrokenByAsync(spoilt) is null ? unnoticed : listed).Add($"{mutant}");
            }
        }

        var named = mutants.Length - listed.Count - unnoticed.Count;
        var result = $"{named} of {mutants.Length} mechanical changes noticed by named assertions, {listed.Count} more by the lists of {nameof(Exact)}.";
        await LocalFolder.WriteAsync("sweep.txt", ["By nobody:", .. unnoticed, "By a list alone:", .. listed, result]);
        unspoilt.Print(result);
        Assert.True(unnoticed.Count <= 0.02 * mutants.Length, string.Join('\n', [result, .. unnoticed.Take(50)]));
        Assert.True(listed.Count <= 0.1 * mutants.Length, string.Join('\n', [result, .. listed.Take(50)]));
    }
}
