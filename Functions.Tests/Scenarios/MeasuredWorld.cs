using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>
/// What scenarios find: a reader with a public glossary of 20 terms with two tags each, and 20 public glossaries more. A scenario that
/// changes anything takes a reader of its own.
/// </summary>
internal sealed class MeasuredWorld(Api api, MeteredDynamoDb client)
{
    private readonly List<Usage> _calls = [];

    public string GlossaryId { get; private set; } = "";

    public IReadOnlyList<string> TermIds { get; private set; } = [];

    public async Task CreateAsync()
    {
        (GlossaryId, TermIds) = await CreateGlossaryAsync(api);
        foreach (var number in Enumerable.Range(0, 20))
        {
            await api.CreateGlossaryAsync($"Glossary {number}", "public");
        }
    }

    /// <summary>A public glossary of 20 terms with two tags each.</summary>
    public static async Task<(string GlossaryId, IReadOnlyList<string> TermIds)> CreateGlossaryAsync(Api api)
    {
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        List<string> terms = [];
        foreach (var number in Enumerable.Range(0, 20))
        {
            terms.Add((await api.CreateTermAsync(glossary.Id, $"Term {number:00}", ["first", "second"])).Id);
        }

        return (glossary.Id, terms);
    }

    /// <summary>The API for a reader whom nobody knows.</summary>
    public Api NewReader() => api.AsAnother();

    /// <summary>Measures a call of the reader whose glossaries are there.</summary>
    public Task<Reply> MeasureAsync(Func<Api, Task<Reply>> call) => MeasureAsync(() => call(api));

    /// <summary>Measures a call, which must succeed.</summary>
    public async Task<Reply> MeasureAsync(Func<Task<Reply>> call)
    {
        client.Reset();
        client.Measures = true;
        var reply = await call();
        client.Measures = false;
        Assert.InRange(reply.Status, 200, 299);
        _calls.Add(new([.. client.Actions], [.. client.Accesses.Distinct()], client.Reads, client.Writes));
        return reply;
    }

    /// <summary>What the calls of one scenario asked of DynamoDB.</summary>
    public async Task<IReadOnlyList<Usage>> RunAsync(IScenario scenario)
    {
        _calls.Clear();
        await scenario.RunAsync(this);
        Assert.True(_calls.Count > 0, $"{scenario.GetType().Name} measures nothing: call world.MeasureAsync.");
        return [.. _calls];
    }
}
