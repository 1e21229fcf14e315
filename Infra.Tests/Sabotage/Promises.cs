using Lexicon.Infra.Tests.Synthesis;
using Xunit.Sdk;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Named assertions, and which of them look at which stage.</summary>
internal sealed class Promises
{
    private readonly List<(NamedAssertion Assertion, IReadOnlySet<SynthesizedStage> LooksAt)> _assertions;

    private Promises(IEnumerable<(NamedAssertion, IReadOnlySet<SynthesizedStage>)> assertions) => _assertions = [.. assertions];

    /// <summary>Runs each assertion on the stages as they are; answers those that fail, of which there should be none.</summary>
    public static async Task<(Promises Promises, IReadOnlyList<string> Broken)> MakeAsync(IEnumerable<NamedAssertion> all)
    {
        var broken = new List<string>();
        var assertions = new List<(NamedAssertion, IReadOnlySet<SynthesizedStage>)>();
        foreach (var assertion in all)
        {
            var (failure, lookedAt) = await Stages.WithAsync([], assertion.RunAsync);
            assertions.Add((assertion, lookedAt));
            if (failure is not null)
            {
                broken.Add($"{assertion}: {failure.Message}");
            }
        }

        return (new Promises(assertions), broken);
    }

    /// <summary>
    /// The first assertion that stages break in the place of the original ones, and how; null if they break none. A test that
    /// stumbles without having asserted anything counts only where no other asserts.
    /// </summary>
    public async Task<(NamedAssertion Assertion, Exception Failure)?> BrokenByAsync(
        IReadOnlyList<(SynthesizedStage Original, SynthesizedStage Instead)> pairs)
    {
        (NamedAssertion, Exception)? found = null;
        for (var i = 0; i < _assertions.Count && found?.Item2 is not IAssertionException; i++)
        {
            if (pairs.Any(pair => _assertions[i].LooksAt.Contains(pair.Original))
                && (await Stages.WithAsync(pairs, _assertions[i].Assertion.RunAsync)).Result is { } failure)
            {
                found = (_assertions[i].Assertion, failure);

                // What broke now will break again soon: the next change is mostly made to a neighbour.
                _assertions.Insert(0, _assertions[i]);
                _assertions.RemoveAt(i + 1);
            }
        }

        return found;
    }
}
