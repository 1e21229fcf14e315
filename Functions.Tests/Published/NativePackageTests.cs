using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Published;

/// <summary>What is true of compiled code alone: that it compiles without a warning, runs on AWS's system, and does every operation.</summary>
[Trait("Tier", "Published")]
public sealed partial class NativePackageTests(NativePackage package, TestTable table) : IClassFixture<NativePackage>, IClassFixture<TestTable>
{
    // provided.al2023 has glibc 2.34: https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html.
    private static readonly Version GlibcOfLambda = new(2, 34);

    private const string Reader = "reader-of-the-published";

    [Fact]
    public void Build_HasNoWarningOfTrimmingOrOfCompilingAhead() => Assert.Equal("", package.Output);

    [Fact]
    public void Package_IsTheBinaryAndTheRootsItTrusts() => Assert.Equal(
        ["bootstrap", "roots.pem"], Directory.GetFiles(NativePackage.Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Bootstrap_NeedsNoNewerGlibcThanLambdaHas()
    {
        var symbols = await DumpAsync("-T");

        var needed = Glibc().Matches(symbols).Select(match => Version.Parse(match.Groups[1].Value)).ToList();
        Assert.NotEmpty(needed);
        Assert.True(needed.Max() <= GlibcOfLambda, $"It needs glibc {needed.Max()}.");
    }

    /// <summary>The lever (g) of docs/performance.md: nothing for the loader to write into, nothing to unpack before <c>Main</c>.</summary>
    [Fact]
    public async Task Bootstrap_HasAFixedAddress() => Assert.Contains("EXEC_P", await DumpAsync("-f"), StringComparison.Ordinal);

    [Fact]
    public async Task EveryOperation_AnswersAsItsRouteSays_AndRefusesAsAProblem()
    {
        HashSet<string> done = [];

        var created = await DoAsync(
            "CreateGlossary",
            new() { Body = Api.GlossaryBody("Published", "public") },
            new() { Body = "{" });
        Dictionary<string, string> glossary = new() { ["glossaryId"] = created.Id };
        var added = await DoAsync("CreateTerm", new() { Path = glossary, Body = Api.TermBody("Lambda", ["compute"]) }, new() { Path = glossary, Body = "{}" });
        Dictionary<string, string> term = new(glossary) { ["termId"] = added.Id };
        Dictionary<string, string> nowhere = new() { ["glossaryId"] = "01ARZ3NDEKTSV4RRFFQ69G5FAV", ["termId"] = "01ARZ3NDEKTSV4RRFFQ69G5FAV" };
        Call unpaged = new() { Query = new() { ["limit"] = "0" } };

        await DoAsync("ListGlossaries", new(), unpaged);
        await DoAsync("GetGlossary", new() { Path = glossary }, new() { Path = nowhere });
        await DoAsync("ListTerms", new() { Path = glossary, Query = new() { ["tag"] = "compute" } }, new() { Path = nowhere });
        await DoAsync("GetTerm", new() { Path = term }, new() { Path = nowhere });
        await DoAsync("ListMyGlossaries", new(), unpaged);
        await DoAsync("GetMyGlossary", new() { Path = glossary }, new() { Path = nowhere });
        await DoAsync("ListMyTerms", new() { Path = glossary }, new() { Path = nowhere });
        await DoAsync("RecordReview", new() { Body = Api.ReviewBody(created.Id, added.Id, 4) }, new() { Body = Api.ReviewBody(created.Id, added.Id, 9) });
        await DoAsync("ListDueTerms", new(), unpaged);
        await DoAsync("GetOpenApi", new());
        await DoAsync("UpdateTerm", Changed(term, added, Api.TermBody("AWS Lambda")), Stale(term, Api.TermBody("AWS Lambda")));

        var current = await DoAsync("GetMyGlossary", new() { Path = glossary });
        var renamed = await DoAsync(
            "UpdateGlossary", Changed(glossary, current, Api.GlossaryBody("Renamed")), Stale(glossary, Api.GlossaryBody("Renamed")));
        var changed = await DoAsync("ListMyTerms", new() { Path = glossary });
        var version = changed.Items[0].GetProperty("version").GetInt64().ToString(CultureInfo.InvariantCulture);
        await DoAsync(
            "DeleteTerm",
            new() { Path = term, Headers = Api.Headers("If-Match", $"\"{version}\"") },
            refused: Stale(term, null),
            refusedFirst: true);
        var last = await DoAsync("GetMyGlossary", new() { Path = glossary });
        Assert.Equal("Renamed", renamed.Text("title"));
        Assert.Equal(0, last.Number("termCount"));
        await DoAsync("DeleteGlossary", Changed(glossary, last, null), refused: Stale(glossary, null), refusedFirst: true);

        Assert.Equal(Routes.All.Select(route => route.Operation).Order(), done.Order());

        async Task<Reply> DoAsync(string operation, Call call, Call? refused = null, bool refusedFirst = false)
        {
            var route = Routes.Of(operation);
            using var function = new PublishedFunction(NativePackage.Bootstrap, operation, table);
            if (refusedFirst)
            {
                await RefuseAsync(function, refused!);
            }

            var reply = await function.InvokeAsync(AsReader(call));
            Assert.True(route.Status == reply.Status, $"{operation} answered {reply.Status}: {reply.Body}");
            if (!refusedFirst && refused is not null)
            {
                await RefuseAsync(function, refused);
            }

            done.Add(operation);
            return reply;
        }
    }

    private static async Task<string> DumpAsync(string option)
    {
        using var objdump = Process.Start(new ProcessStartInfo("objdump", [option, NativePackage.Bootstrap]) { RedirectStandardOutput = true })!;
        return await objdump.StandardOutput.ReadToEndAsync();
    }

    private static async Task RefuseAsync(PublishedFunction function, Call call)
    {
        var reply = await function.InvokeAsync(AsReader(call));
        Assert.InRange(reply.Status, 400, 499);
        Assert.StartsWith("/problems/", reply.Problem, StringComparison.Ordinal);
    }

    private static Call AsReader(Call call) => call with { Reader = Reader };

    private static Call Changed(Dictionary<string, string> path, Reply current, string? body) =>
        new() { Path = path, Headers = Api.Headers("If-Match", current.Header("ETag")), Body = body };

    private static Call Stale(Dictionary<string, string> path, string? body) =>
        new() { Path = path, Headers = Api.Headers("If-Match", "\"99\""), Body = body };

    [GeneratedRegex(@"GLIBC_(\d+\.\d+(?:\.\d+)?)")]
    private static partial Regex Glibc();
}
