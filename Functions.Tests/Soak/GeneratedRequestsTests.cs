using System.Text;
using Lexicon.Functions.Logging;
using Lexicon.Functions.Tests.Support;
using Xunit.Abstractions;

namespace Lexicon.Functions.Tests.Soak;

/// <summary>
/// Requests of every shape to every operation, in process: whatever comes, the answer is one of ours, quotes nothing unescaped,
/// and is no fault; and memory does not grow.
/// </summary>
public sealed class GeneratedRequestsTests(TestTable table, ITestOutputHelper output) : IClassFixture<TestTable>
{
    private const string Marker = "<script>x";
    private const long MostGrowth = 8 * 1024 * 1024;

    private static readonly Log Silent = new(new(null, 0, ""), Stream.Null, TimeProvider.System, () => 0.5);

    [Fact]
    public async Task AnyRequest_IsAnsweredWithoutAFault_AndNeverQuotedUnescaped()
    {
        output.WriteLine($"To repeat: SOAK_SEED={Settings.Seed} SOAK_REQUESTS={Settings.Requests}");
        var api = table.Api();
        var requests = new RequestGenerator(new Random(Settings.Seed), Marker) { Target = await NewTargetAsync(api) };
        var endpoints = Routes.Handled.ToDictionary(route => route.Operation, route => Function.Named(
            route.Operation, () => table.Client, TestTable.Name, TimeProvider.System, Silent, () => new FakeImageFiles()));
        Dictionary<int, int> statuses = [];
        long settled = 0;

        for (var number = 0; number < Settings.Requests; number++)
        {
            var (operation, source, description) = requests.Next();
            var log = new LogLines();
            var reply = new Reply(await (number % 16 is 0 ? api.Endpoint(operation, log) : endpoints[operation])
                .HandleAsync(source, new TestContext(TimeSpan.FromSeconds(30))));

            Assert.True(reply.Status < 500, $"Request {number} of {Settings.Seed}, {description}: {reply.Status} {reply.Body} {log.Text}");
            Assert.DoesNotContain(Marker, reply.Body + reply.Header("Location") + reply.Header("ETag"), StringComparison.OrdinalIgnoreCase);
            Assert.All(reply.Response.Headers!.Values, value => Assert.DoesNotContain(value, char.IsControl));
            Assert.True(reply.Status is < 400 || reply.Json.GetProperty("status").GetInt32() == reply.Status);
            Assert.True(Encoding.UTF8.GetByteCount(reply.Body) < 6 * 1024 * 1024);
            statuses[reply.Status] = statuses.GetValueOrDefault(reply.Status) + 1;
            if (reply.Status is 204)
            {
                requests.Target = await NewTargetAsync(api);
            }

            if (number == Settings.Requests / 2)
            {
                settled = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - settled;
        var errors = statuses.Where(one => one.Key >= 500).Sum(one => one.Value);
        output.WriteLine(
            $"{Settings.Requests:N0} requests: no exception, {errors} answers of 5xx, none that quotes what was sent unescaped");
        output.WriteLine($"By status: {string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{one.Value:N0} x {one.Key}"))}");
        output.WriteLine($"Managed memory: {settled / 1024:N0} KB after half of them, {(settled + growth) / 1024:N0} KB after all");
        Assert.True(growth < MostGrowth, $"{growth} bytes");
        Assert.Contains(statuses.Keys, status => status < 300);
        Assert.True(statuses.Keys.Count(status => status >= 400) > 3);
    }

    private static async Task<Target> NewTargetAsync(Api api)
    {
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        var term = await api.CreateTermAsync(glossary.Id, "Lambda", ["tag"]);
        await api.CreateTermAsync(glossary.Id, "S3", ["tag"]);
        var page = await api.ListMyTermsAsync(glossary.Id, new() { ["limit"] = "1" });
        return new(api.Reader, glossary.Id, term.Id, page.NextCursor!);
    }
}
