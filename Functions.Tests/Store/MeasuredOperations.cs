using Lexicon.Functions.Tests.Scenarios;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Store;

/// <summary>
/// Each operation as docs/data-model.md describes it: items under 1 KB, lists of 20, terms with two tags, creations with an idempotency
/// key. What else an operation may do is done, too: its requests and permissions count, its capacity does not.
/// </summary>
public sealed class MeasuredOperations : IAsyncLifetime
{
    private readonly TestTable _table = new();
    private readonly Dictionary<string, IReadOnlyList<Usage>> _calls = [];
    private MeteredDynamoDb _client = null!;

    /// <summary>What there is to do so that every operation is measured. One test tells; the others go on without the operation.</summary>
    internal IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>What was measured, in the order of the route table.</summary>
    internal IEnumerable<string> Operations => Routes.Handled.Select(route => route.Operation).Where(_calls.ContainsKey);

    internal IReadOnlyList<Usage> CallsOf(string operation) => _calls[operation];

    internal Usage Of(string operation)
    {
        var calls = _calls[operation];
        return calls[0] with
        {
            Actions = calls.SelectMany(call => call.Actions).ToHashSet(),
            Accesses = [.. calls.SelectMany(call => call.Accesses).Distinct()],
        };
    }

    public async Task InitializeAsync()
    {
        await _table.InitializeAsync();
        _client = _table.NewClient();
        var world = new MeasuredWorld(_table.Api().Through(_client), _client);
        await world.CreateAsync();
        List<string> problems = [.. ScenarioOf.Problems()];
        foreach (var route in Routes.Handled)
        {
            if (ScenarioOf.Operation(route) is { } scenario)
            {
                await RunAsync(world, route.Operation, scenario, problems);
            }
        }

        Problems = problems;
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _table.DisposeAsync();
    }

    private async Task RunAsync(MeasuredWorld world, string operation, IScenario scenario, List<string> problems)
    {
        try
        {
            _calls[operation] = await world.RunAsync(scenario);
        }
        catch (Exception fault)
        {
            problems.Add($"The scenario of {operation} ({scenario.GetType().Name}) fails: {fault.Message}");
        }
    }
}
