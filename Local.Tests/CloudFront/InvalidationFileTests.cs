using Lexicon.Local.CloudFront.Api;
using Lexicon.Local.CloudFront.Locations;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class InvalidationFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-cloudfront-").FullName;
    private readonly TestClock _clock = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Invalidation_IsKnownAgain_AfterARestart()
    {
        var created = Start().Create("E1", ["/a"], "one");

        var again = Start();

        Assert.Equal(created.Id, again.Create("E1", ["/a"], "one").Id);
        Assert.Throws<CloudFrontException>(() => again.Create("E1", ["/b"], "one"));
        Assert.Equal(["/a"], Assert.Single(again.For("E1")).Paths);
    }

    [Fact]
    public void OnlyTheLatest_AreKept()
    {
        var invalidations = Start();
        for (var i = 0; i < 501; i++)
        {
            invalidations.Create("E1", [$"/{i}"], $"{i}");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((500, "/500"), (Start().For("E1").Count, Start().For("E1")[0].Paths[0]));
    }

    [Fact]
    public void FileThatIsDamaged_IsForgotten()
    {
        File.WriteAllText(Path.Combine(_folder, "invalidations.json"), "{");

        Assert.Empty(Start().For("E1"));
    }

    private Invalidations Start() => new(new EdgeLocations(_clock), new InvalidationFile(_folder), _clock);
}
