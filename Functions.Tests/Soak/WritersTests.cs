using System.Diagnostics;
using Lexicon.Functions.Tests.Support;
using Xunit.Abstractions;

namespace Lexicon.Functions.Tests.Soak;

/// <summary>50 writers on one glossary, with random retries, duplicates and lost answers, verified against a model.</summary>
public sealed class WritersTests(TestTable table, ITestOutputHelper output) : IClassFixture<TestTable>
{
    private const int Writers = 50;

    [Fact]
    public async Task FiftyWritersOnOneGlossary_LeaveWhatTheyWereTold()
    {
        output.WriteLine($"To repeat: SOAK_SEED={Settings.Seed} SOAK_SECONDS={Settings.Time.TotalSeconds}");
        using var endpoint = new LossyEndpoint(table.Endpoint);
        using var client = endpoint.NewClient(table.Credentials);
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        var model = new GlossaryModel();
        var time = Stopwatch.StartNew();

        // However slow the machine is, there is something to verify.
        bool HasSeenEnough() => endpoint.Lost >= 3 && model.Counts.Values.Sum() >= 50;

        async Task WriteAsync(int number)
        {
            var random = new Random(Settings.Seed + number);
            var writer = new Writer(api.Through(client), glossary.Id, model, random);
            while (time.Elapsed < Settings.Time || !HasSeenEnough())
            {
                if (random.Next(10) is 0)
                {
                    endpoint.Lose("TransactWriteItems");
                }

                await writer.WriteAsync();
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(() => WriteAsync(number))));

        output.WriteLine(
            $"{Writers} writers for {time.Elapsed.TotalSeconds:0} s: "
            + $"{string.Join(", ", model.Counts.OrderBy(count => count.Key).Select(count => $"{count.Value:N0} {count.Key}"))}; "
            + $"{endpoint.Lost:N0} answers lost on the way and asked for again; no answer of 500");
        await VerifyAsync(api, glossary.Id, model);
    }

    private async Task VerifyAsync(Api api, string glossaryId, GlossaryModel model)
    {
        var items = await table.PartitionAsync($"GLOSSARY#{glossaryId}");
        var glossary = items.Single(item => item["sk"].S == "GLOSSARY");
        var terms = items.Where(item => item["sk"].S.StartsWith("TERM#", StringComparison.Ordinal)).ToDictionary(item => item["id"].S);

        // The count is exact, whatever was answered or not.
        Assert.Equal($"{terms.Count}", glossary["termCount"].N);
        Assert.Equal(terms.Count, (await api.PagesAsync("ListMyTerms", glossaryId, 100, "id")).SelectMany(page => page).Distinct().Count());
        Assert.Empty(terms.Keys.Except(model.Terms.Keys));

        // One entry for the one tag that each term has now, and none besides.
        var tags = items.Select(item => item["sk"].S).Where(key => key.StartsWith("TAG#", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            terms.Values.Select(term => $"TAG#{term["tags"].L[0].S}\u001F{term["nameSk"].S}").Order(StringComparer.Ordinal),
            tags.Order(StringComparer.Ordinal));
        Assert.All(model.Terms, term => VerifyTerm(term.Value, terms.GetValueOrDefault(term.Key)));
        await VerifyReviewsAsync(api, model);

        var version = long.Parse(glossary["version"].N, null);
        Assert.InRange(version, 1 + model.Titles.Count, 1 + model.Titles.Count + model.GlossariesUncertain);
        if (model.Titles.TryGetValue(version, out var title))
        {
            Assert.Equal(title, glossary["title"].S);
        }

        output.WriteLine(
            $"Exact against the model: {terms.Count:N0} terms stored and counted, {tags.Count:N0} entries of tags, "
            + $"{model.Terms.Values.Sum(term => term.Versions.Count):N0} versions of {model.Terms.Count:N0} terms and "
            + $"{model.Titles.Count:N0} of the glossary each given out once, "
            + $"{model.Terms.Values.Sum(term => term.Reviews.Count):N0} reviews each counted once");
    }

    private static void VerifyTerm(TermModel model, Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? stored)
    {
        if (stored is null)
        {
            Assert.True(model.IsDeleted || model.Uncertain > 0, "A term is gone that nobody deleted.");
            return;
        }

        Assert.False(model.IsDeleted, "A deleted term is there.");
        var version = long.Parse(stored["version"].N, null);
        Assert.InRange(version, model.Versions.Count, model.Versions.Count + model.Uncertain);
        if (model.Versions.TryGetValue(version, out var last))
        {
            Assert.Equal(last, (stored["term"].S, stored["tags"].L[0].S));
        }

        // Every version was given out, but those of which nobody heard.
        Assert.True(Enumerable.Range(1, (int)version).Count(one => !model.Versions.ContainsKey(one)) <= model.Uncertain);
    }

    private async Task VerifyReviewsAsync(Api api, GlossaryModel model)
    {
        var reviews = (await table.PartitionAsync($"STUDY#{api.Reader}"))
            .Where(item => item["sk"].S.StartsWith("REVIEW#", StringComparison.Ordinal))
            .ToDictionary(item => item["termId"].S, item => int.Parse(item["version"].N, null));
        Assert.All(
            model.Terms.Where(term => term.Value.Reviews.Count > 0),
            term => Assert.Equal(Enumerable.Range(1, reviews[term.Key]).Select(one => (long)one), term.Value.Reviews.Order()));
        Assert.Equal(model.Terms.Count(term => term.Value.Reviews.Count > 0), reviews.Count);
    }
}
