using Lexicon.Benchmarks.Measurements;

namespace Lexicon.Benchmarks.Tests;

public sealed class ResultTests
{
    [Fact]
    public void Median_IsTheMiddle_OrTheMeanOfBoth()
    {
        Assert.Equal(2, new[] { 3d, 1, 2 }.Median());
        Assert.Equal(2.5, new[] { 4d, 1, 2, 3 }.Median());
    }

    [Fact]
    public void Budget_IsMetUpToItsLimit()
    {
        Assert.True(new Budget("cold", 4.5, 4.5, "x").IsMet);
        Assert.False(new Budget("cold", 4.5, 4.51, "x").IsMet);
    }

    [Fact]
    public void Page_HasAPlaceForEveryBenchmark()
    {
        var page = File.ReadAllText(Repository.File("docs", "performance.md"));

        Assert.All(
            Benchmark.All.Select(benchmark => benchmark.Name).Append("machine"),
            name => Assert.Contains($"<!-- measured: {name} -->\n", page, StringComparison.Ordinal));
    }
}
