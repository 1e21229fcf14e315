using System.Diagnostics;
using System.Text;
using Lexicon.Benchmarks.Profile;

namespace Lexicon.Benchmarks.Tests;

public sealed class TimelineTests
{
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
        timeline.AddFromAnswer(Encoding.UTF8.GetBytes(
            $$$"""{"statusCode":200,"headers":{"Moments":"main=0;client={{{Stopwatch.Frequency}}}"}}"""));
        timeline.AddFromAnswer("""{"statusCode":200,"headers":{}}"""u8);

        Assert.Equal(1000, timeline.Between(["nothing", "main"], "client"));
        Assert.Equal(double.NaN, timeline.Between(["main"], "handler"));
    }
}
