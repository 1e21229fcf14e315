using System.Globalization;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Store;

/// <summary>What docs/data-model.md says, held against what is done.</summary>
public sealed class DataModelTests(TestTable table) : IClassFixture<TestTable>
{
    private const string Document = "docs/data-model.md";

    [Fact]
    public async Task Permissions_AreWhatEachOperationAsksOfDynamoDb()
    {
        var written = Repository.TableUnder(Document, "## Permissions");
        Dictionary<string, HashSet<(string, string?)>> documented = [];
        var operation = "";
        foreach (var row in written)
        {
            operation = row[0] is "" ? operation : row[0];
            documented.TryAdd(operation, []);
            var index = row[2].StartsWith("index ", StringComparison.Ordinal) ? row[2]["index ".Length..].Trim('`') : null;
            documented[operation].UnionWith(row[1].Split(", ").Select(action => (action.Trim('`'), index)));
        }

        var measured = await MeasureAsync();

        Assert.Equal(Routes.All.Select(route => route.Operation).Order(), documented.Keys.Order());
        Assert.All(documented, row => Assert.Equal(row.Value.Order(), measured[row.Key].Actions.Order()));
    }

    [Fact]
    public async Task Capacity_IsWhatEachOperationConsumes()
    {
        var measured = await MeasureAsync();

        Assert.Equal(
            string.Join('\n', Repository.TableUnder(Document, "## Capacity").Select(row => string.Join(" | ", row))),
            string.Join('\n', Routes.All.Select(route => $"{route.Operation} | {Units(measured[route.Operation])}")));
    }

    private static string Units(Usage usage) => string.Create(CultureInfo.InvariantCulture, $"{usage.Reads} | {usage.Writes}");

    /// <summary>
    /// Each operation once, as the document describes it: items under 1 KB, lists of 20, terms with two tags, creations with an
    /// idempotency key. A list of terms is read by name and by tag; the reads are those by name.
    /// </summary>
    private async Task<Dictionary<string, Usage>> MeasureAsync()
    {
        using var client = table.NewClient();
        var api = table.Api().Through(client);
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        foreach (var number in Enumerable.Range(0, 20))
        {
            await api.CreateGlossaryAsync($"Glossary {number}", "public");
            await api.CreateTermAsync(glossary.Id, $"Term {number:00}", ["first", "second"]);
        }

        Dictionary<string, Usage> usages = [];
        async Task<Reply> Measure(string operation, Func<Task<Reply>> call)
        {
            client.Reset();
            var reply = await call();
            Assert.InRange(reply.Status, 200, 299);
            var before = usages.GetValueOrDefault(operation);
            usages[operation] = new([.. before?.Actions ?? [], .. client.Actions], before?.Reads ?? client.Reads, client.Writes);
            return reply;
        }

        Dictionary<string, string> byTag = new() { ["tag"] = "first" };
        await Measure("ListGlossaries", () => api.CallAsync("ListGlossaries", new()));
        await Measure("GetGlossary", () => api.PublicAsync("GetGlossary", glossary.Id));
        var terms = await Measure("ListTerms", () => api.PublicAsync("ListTerms", glossary.Id));
        await Measure("ListTerms", () => api.PublicAsync("ListTerms", glossary.Id, query: byTag));
        await Measure("GetTerm", () => api.PublicAsync("GetTerm", glossary.Id, terms.Items[0].GetProperty("id").GetString()));
        await Measure("ListMyGlossaries", () => api.CallAsync("ListMyGlossaries", new() { Reader = api.Reader }));
        await Measure("GetMyGlossary", () => api.GetMineAsync(glossary.Id));
        await Measure("ListMyTerms", () => api.ListMyTermsAsync(glossary.Id));
        await Measure("ListMyTerms", () => api.ListMyTermsAsync(glossary.Id, byTag));
        var created = await Measure("CreateGlossary", () => api.CreateGlossaryAsync("private one", key: "key"));
        var term = await Measure("CreateTerm", () => api.CreateTermAsync(created.Id, "before", ["first", "second"], "key"));
        await Measure("UpdateTerm", () => api.UpdateTermAsync(created.Id, term.Id, "\"1\"", "before", ["second", "third"]));
        await Measure("DeleteTerm", () => api.DeleteTermAsync(created.Id, term.Id, "\"2\""));
        await Measure("UpdateGlossary", () => api.UpdateGlossaryAsync(created.Id, "\"1\"", "after"));
        foreach (var number in Enumerable.Range(0, 20))
        {
            await api.CreateTermAsync(created.Id, $"Term {number:00}", ["first", "second"]);
        }

        await Measure("DeleteGlossary", () => api.DeleteGlossaryAsync(created.Id, "\"2\""));
        return usages;
    }

    private sealed record Usage(HashSet<(string Action, string? Index)> Actions, double Reads, int Writes);
}
