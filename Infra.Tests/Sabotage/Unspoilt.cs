using Lexicon.Infra.Tests.Synthesis;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// The promises, after each was tried on the stages as they are, once for every test that spoils them. At the end it prints how
/// many sabotages were caught (<c>xunit.runner.json</c> lets it), and writes by which assertion to <c>.local/sabotages.txt</c>.
/// </summary>
[CollectionDefinition(nameof(Unspoilt))]
public sealed class Unspoilt(IMessageSink console) : ICollectionFixture<Unspoilt>, IAsyncLifetime
{
    private readonly List<string> _caught = [];
    private int _tried;

    internal Promises Promises { get; private set; } = null!;

    /// <summary>The lists of all that each stack says: they notice what is no promise, too.</summary>
    internal Promises Lists { get; private set; } = null!;

    internal IReadOnlyList<string> Broken { get; private set; } = [];

    public async Task InitializeAsync()
    {
        (Promises, var broken) = await Promises.MakeAsync(NamedAssertion.All);
        (Lists, var different) = await Promises.MakeAsync(NamedAssertion.OfLists);
        Broken = [.. broken, .. different];
    }

    public async Task DisposeAsync()
    {
        if (_tried > 0)
        {
            var result = $"{_caught.Count} of {_tried} sabotages caught by named assertions.";
            await LocalFolder.WriteAsync("sabotages.txt", [.. _caught, result]);
            Print(result);
        }
    }

    /// <summary>The assertion that notices the sabotage, and how; null if none does.</summary>
    internal async Task<(NamedAssertion Assertion, Exception Failure)?> TryAsync(Sabotage sabotage)
    {
        _tried++;
        var broken = await Promises.BrokenByAsync([(sabotage.Original, sabotage.Spoil())]);
        if (broken is { Failure: IAssertionException })
        {
            _caught.Add($"{sabotage}  {broken.Value.Assertion}");
        }

        return broken;
    }

    /// <summary>Says something to whoever runs the tests.</summary>
    internal void Print(string line) => console.OnMessage(new DiagnosticMessage(line));
}
