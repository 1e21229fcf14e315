using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Store;

/// <summary>
/// Each operation once, as docs/data-model.md describes it: items under 1 KB, lists of 20, terms with two tags, creations with an
/// idempotency key. What else an operation may do is done, too: its requests and permissions count, its capacity does not.
/// </summary>
public sealed class MeasuredOperations : IAsyncLifetime
{
    private readonly TestTable _table = new();
    private readonly Dictionary<string, Usage> _usages = [];
    private MeteredDynamoDb _client = null!;
    private Api _api = null!;
    private Usage _last = null!;

    internal Usage ReviewWithoutKey { get; private set; } = null!;

    internal Usage Of(string operation) => _usages[operation];

    public async Task InitializeAsync()
    {
        await _table.InitializeAsync();
        _client = _table.NewClient();
        _api = _table.Api().Through(_client);
        var glossary = await _api.CreateGlossaryAsync(visibility: "public");
        foreach (var number in Enumerable.Range(0, 20))
        {
            await _api.CreateGlossaryAsync($"Glossary {number}", "public");
            await _api.CreateTermAsync(glossary.Id, $"Term {number:00}", ["first", "second"]);
        }

        _client.Measures = true;
        var terms = await ReadAsync(glossary.Id);
        await WriteAsync();
        await StudyAsync(glossary.Id, terms);
        await DeleteAsync();
        await MeasureAsync("GetOpenApi", () => _api.CallAsync("GetOpenApi", new()));
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _table.DisposeAsync();
    }

    private async Task<string[]> ReadAsync(string glossaryId)
    {
        Dictionary<string, string> byTag = new() { ["tag"] = "first" };
        await MeasureAsync("ListGlossaries", () => _api.CallAsync("ListGlossaries", new()));
        await MeasureAsync("GetGlossary", () => _api.PublicAsync("GetGlossary", glossaryId));
        var terms = await MeasureAsync("ListTerms", () => _api.PublicAsync("ListTerms", glossaryId));
        await MeasureAsync("ListTerms", () => _api.PublicAsync("ListTerms", glossaryId, query: byTag));
        string[] ids = [.. terms.Items.Select(item => item.GetProperty("id").GetString()!)];
        await MeasureAsync("GetTerm", () => _api.PublicAsync("GetTerm", glossaryId, ids[0]));
        await MeasureAsync("ListMyGlossaries", () => _api.CallAsync("ListMyGlossaries", new() { Reader = _api.Reader }));
        await MeasureAsync("GetMyGlossary", () => _api.GetMineAsync(glossaryId));
        await MeasureAsync("ListMyTerms", () => _api.ListMyTermsAsync(glossaryId));
        await MeasureAsync("ListMyTerms", () => _api.ListMyTermsAsync(glossaryId, byTag));
        return ids;
    }

    private async Task WriteAsync()
    {
        var created = await MeasureAsync("CreateGlossary", () => _api.CreateGlossaryAsync("private one", key: "key"));
        var term = await MeasureAsync(
            "CreateTerm", () => _api.CreateTermAsync(created.Id, "before", ["first", "second"], "key"));
        await MeasureAsync(
            "UpdateTerm", () => _api.UpdateTermAsync(created.Id, term.Id, "\"1\"", "before", ["second", "third"]));
        await MeasureAsync("DeleteTerm", () => _api.DeleteTermAsync(created.Id, term.Id, "\"2\""));
        await MeasureAsync("UpdateGlossary", () => _api.UpdateGlossaryAsync(created.Id, "\"1\"", "after"));
    }

    /// <summary>A page of 20 terms that are due; then new terms beside one that has been deleted since.</summary>
    private async Task StudyAsync(string glossaryId, string[] terms)
    {
        await MeasureAsync("RecordReview", () => _api.ReviewAsync(glossaryId, terms[0], 4, "key"));
        foreach (var term in terms)
        {
            await _api.ReviewAsync(glossaryId, term, 4);
        }

        await MeasureAsync("RecordReview", () => _api.ReviewAsync(glossaryId, terms[0], 4));
        ReviewWithoutKey = _last;
        var later = _api.Later(TimeSpan.FromDays(30));
        await MeasureAsync("ListDueTerms", () => later.DueAsync(glossaryId));
        await _api.DeleteTermAsync(glossaryId, terms[^1], "*");
        await MeasureAsync("ListDueTerms", () => later.DueAsync(glossaryId, 100));
        await MeasureAsync("ListDueTerms", () => later.DueAsync());
    }

    private async Task DeleteAsync()
    {
        var glossary = await _api.CreateGlossaryAsync(visibility: "public");
        foreach (var number in Enumerable.Range(0, 20))
        {
            var term = await _api.CreateTermAsync(glossary.Id, $"Term {number:00}", ["first", "second"]);
            await _api.ReviewAsync(glossary.Id, term.Id, 4);
        }

        await MeasureAsync("DeleteGlossary", () => _api.DeleteGlossaryAsync(glossary.Id, "\"1\""));
    }

    private async Task<Reply> MeasureAsync(string operation, Func<Task<Reply>> call)
    {
        _client.Reset();
        var reply = await call();
        Assert.InRange(reply.Status, 200, 299);
        _last = new([.. _client.Actions], [.. _client.Accesses], _client.Reads, _client.Writes);
        _usages[operation] = _usages.TryGetValue(operation, out var before)
            ? before with
            {
                Actions = [.. before.Actions, .. _last.Actions],
                Accesses = [.. before.Accesses.Union(_last.Accesses)],
            }
            : _last with { Accesses = [.. _last.Accesses.Distinct()] };
        return reply;
    }

    /// <summary>What an operation asked of DynamoDB.</summary>
    internal sealed record Usage(
        HashSet<(string Action, string? Index)> Actions, IReadOnlyList<TableAccess> Accesses, double Reads, double Writes);
}
