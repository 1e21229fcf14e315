using Lexicon.Benchmarks.Measurements;

namespace Lexicon.Benchmarks.Tests;

/// <summary>That the harness measures at all; no figure is expected of a machine that runs tests.</summary>
public sealed class ComparisonTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-bench-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Comparison_TakesEverySampleOfEveryVariant()
    {
        var floor = await BuildFloorAsync();

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
            [new Variant("none", new("/nowhere/bootstrap", [], BuildOutput.LambdaEnvironment), 0)], runs: 1, invocations: 1));

    private async Task<Variant> BuildFloorAsync()
    {
        var program = Path.Combine(_folder.FullName, "floor");
        await ProgramRun.SucceedsAsync("gcc", "-O2", "-o", program, Repository.File("Benchmarks", "MeasuredFunctions", "floor.c"));
        return new("floor", new(program, [], BuildOutput.LambdaEnvironment), new FileInfo(program).Length);
    }
}
