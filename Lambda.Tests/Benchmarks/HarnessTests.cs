using System.Diagnostics;
using System.Text;
using Lexicon.Benchmarks;
using Lexicon.Benchmarks.Measurements;
using Lexicon.Benchmarks.Processes;
using Lexicon.Benchmarks.Profile;

namespace Lexicon.Lambda.Tests.Benchmarks;

/// <summary>That the harness measures at all; no figure is expected of a machine that runs tests.</summary>
public sealed class HarnessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-bench-");

    [Fact]
    public void Comparison_TakesEverySampleOfEveryVariant()
    {
        var floor = BuildFloor();

        var measured = Comparison.Run([floor, floor with { Name = "again", IsWarmed = false }], runs: 3, invocations: 20);

        Assert.Equal(["floor", "again"], measured.Select(one => one.Variant.Name));
        Assert.All(measured, one => Assert.Equal(3, one.Samples.Count));
        Assert.All(measured.SelectMany(one => one.Samples), sample =>
        {
            Assert.InRange(sample.Init, double.Epsilon, sample.Cold);
            Assert.InRange(sample.Resident, double.Epsilon, 64);
        });
        Assert.All(measured[0].Samples, sample => Assert.True(sample.Warm > 0 && sample.Processor > 0));
        Assert.All(measured[1].Samples, sample => Assert.True(double.IsNaN(sample.Warm)));
    }

    [Fact]
    public void Variant_ThatCannotBeStarted_IsNoSample() =>
        Assert.Throws<InvalidOperationException>(() => Comparison.Run(
            [new Variant("none", new("/nowhere/bootstrap", [], Workshop.LambdaEnvironment), 0)], runs: 1, invocations: 1));

    [Fact]
    public void Median_IsTheMiddle_OrTheMeanOfBoth()
    {
        Assert.Equal(2, new[] { 3d, 1, 2 }.Median());
        Assert.Equal(2.5, new[] { 4d, 1, 2, 3 }.Median());
    }

    [Fact]
    public void Options_AreReadStrictly()
    {
        Assert.Equal(new(20, 5000, null, false, "docs/performance.md"), Options.Parse([]));
        Assert.Equal(
            new(7, 5, "noop", true, null), Options.Parse(["--runs", "7", "--invocations", "5", "--only", "noop", "--check", "--no-page"]));
        Assert.Throws<ArgumentException>(() => Options.Parse(["--runs", "0"]));
        Assert.Throws<ArgumentException>(() => Options.Parse(["--only", "nothing"]));
        Assert.Throws<ArgumentException>(() => Options.Parse(["--faster"]));
    }

    [Fact]
    public void Budget_IsMetUpToItsLimit()
    {
        Assert.True(new Budget("cold", 4.5, 4.5, "x").IsMet);
        Assert.False(new Budget("cold", 4.5, 4.51, "x").IsMet);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello|server's hello|handshake")]
    [InlineData("main|client|handler|put*|get*|hello|server's hello|handshake")]
    public void Phases_OfWhatAVariantKnows_AddUpToTheWhole(string unknown)
    {
        bool IsUnknown(string moment) => unknown.Split('|').Any(one => one.TrimEnd('*') is var name && one.EndsWith('*')
            ? moment.StartsWith(name, StringComparison.Ordinal)
            : moment == one);
        var timeline = new Timeline();
        timeline.Add("start", 0);
        foreach (var (number, phase) in Phase.All.Index().Where(phase => !IsUnknown(phase.Item.To)))
        {
            timeline.Add(phase.To, (1 << number) * (Stopwatch.Frequency / 1000));
        }

        var known = Phase.All.Select(phase => timeline.Between(phase.From, phase.To)).Where(time => !double.IsNaN(time)).ToList();

        Assert.True(known.Count > 5);
        Assert.Equal(timeline.Between(["start"], "answered"), known.Sum(), 6);
    }

    [Fact]
    public void Timeline_TakesTheMomentsThatAnAnswerTells()
    {
        var timeline = new Timeline();
        timeline.AddFromAnswer(
            Encoding.UTF8.GetBytes($$$"""{"statusCode":200,"headers":{"Moments":"main=0;client={{{Stopwatch.Frequency}}}"}}"""));
        timeline.AddFromAnswer("""{"statusCode":200,"headers":{}}"""u8);

        Assert.Equal(1000, timeline.Between(["nothing", "main"], "client"));
        Assert.Equal(double.NaN, timeline.Between(["main"], "handler"));
    }

    [Fact]
    public void Page_HasAPlaceForEveryChapter()
    {
        var page = File.ReadAllText(Path.Combine(Workshop.FindRoot(), "docs", "performance.md"));

        Assert.All(
            Chapters.All.Select(chapter => chapter.Name).Append("machine"),
            name => Assert.Contains($"<!-- measured: {name} -->\n", page, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Variant BuildFloor()
    {
        var program = Path.Combine(_folder.FullName, "floor");
        Tool.Run(Workshop.FindRoot(), "gcc", ["-O2", "-o", program, "Benchmarks/Subjects/floor.c"]);
        return new("floor", new(program, [], Workshop.LambdaEnvironment), new FileInfo(program).Length);
    }
}
