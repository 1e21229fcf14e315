using Lexicon.Local.CloudFront.Locations;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class DistanceTests
{
    [Theory]
    [InlineData("FRA", "IAD", 6_550)]
    [InlineData("LHR", "SYD", 16_990)]
    [InlineData("SEA", "NRT", 7_700)]
    [InlineData("FRA", "FRA", 0)]
    public void Kilometers_AreThoseOfTheGreatCircle(string from, string to, double kilometers) =>
        Assert.Equal(kilometers, Distance.Kilometers(Places.Find(from)!, Places.Find(to)!), tolerance: 50);

    [Fact]
    public void RoundTrip_FromFrankfurtToVirginia_TakesAboutATenthOfASecond() =>
        Assert.InRange(Distance.RoundTrip(Places.Frankfurt, Places.Ashburn).TotalMilliseconds, 95, 101);

    [Fact]
    public async Task Travel_WaitsForAsLongAsTheWay_AndOnlyIfItIsSimulated()
    {
        var time = new TestClock();
        var way = new Travel(isSimulated: true, time).GoAsync(Places.Frankfurt, Places.Ashburn, default);

        time.Advance(TimeSpan.FromMilliseconds(90));
        Assert.False(way.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(20));
        await way;

        Assert.True(new Travel(isSimulated: true, time).GoAsync(null, Places.Ashburn, default).IsCompleted);
        Assert.True(new Travel(isSimulated: false, time).GoAsync(Places.Frankfurt, Places.Ashburn, default).IsCompleted);
    }
}
