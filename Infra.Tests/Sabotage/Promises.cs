using System.Diagnostics;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// The named assertions, after each was tried on the stages as they are, with the stages that it looks at. At the end it prints how many
/// sabotages were caught (<c>xunit.runner.json</c> lets it), and writes by which assertion to <c>.local/sabotages.txt</c>.
/// </summary>
public sealed class Promises(IMessageSink console) : IAsyncLifetime
{
    private readonly List<(NamedAssertion Assertion, IReadOnlySet<SynthesizedStage> LooksAt, TimeSpan Takes)> _assertions = [];
    private readonly List<string> _tried = [];

    internal List<string> BrokenAsItIs { get; } = [];

    public Task InitializeAsync()
    {
        foreach (var assertion in NamedAssertion.All)
        {
            var begun = Stopwatch.GetTimestamp();
            var (failure, lookedAt) = Stages.With([], assertion.Run);
            if (failure is null)
            {
                _assertions.Add((assertion, lookedAt, Stopwatch.GetElapsedTime(begun)));
            }
            else
            {
                BrokenAsItIs.Add($"{assertion}: {failure.Message}");
            }
        }

        // A sabotage is noticed by any: the quick ones come first.
        _assertions.Sort((one, other) => one.Takes.CompareTo(other.Takes));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        var caught = _tried.Count(line => !line.EndsWith("nobody", StringComparison.Ordinal));
        var result = $"{caught} of {_tried.Count} sabotages caught by named assertions.";
        await LocalFolder.WriteAsync("sabotages.txt", [.. _tried, result]);
        console.OnMessage(new DiagnosticMessage(result));
    }

    /// <summary>The assertion that notices the sabotage, if any; a test that throws anything else does not count.</summary>
    internal NamedAssertion? CaughtBy(Sabotage sabotage)
    {
        (SynthesizedStage, SynthesizedStage)[] spoilt = [(sabotage.Original, sabotage.Spoil())];
        var found = _assertions.FindIndex(promise => promise.LooksAt.Contains(sabotage.Original)
            && Stages.With(spoilt, promise.Assertion.Run).Result is IAssertionException);
        _tried.Add($"{sabotage}  {(found < 0 ? "nobody" : _assertions[found].Assertion)}");
        return found < 0 ? null : _assertions[found].Assertion;
    }
}
