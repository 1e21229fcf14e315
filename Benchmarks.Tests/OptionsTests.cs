namespace Lexicon.Benchmarks.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Options_AreReadStrictly()
    {
        Assert.Equal(new(20, 5000, null, false, "docs/performance.md"), Options.Parse([]));
        Assert.Equal(
            new(7, 5, "noop", true, null),
            Options.Parse(["--runs", "7", "--invocations", "5", "--only", "noop", "--check", "--no-page"]));
        Assert.Throws<ArgumentException>(() => Options.Parse(["--runs", "0"]));
        Assert.Throws<ArgumentException>(() => Options.Parse(["--only", "nothing"]));
        Assert.Throws<ArgumentException>(() => Options.Parse(["--faster"]));
    }
}
