using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.CloudFront.Cache;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class HttpDateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] Forms =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM dd HH:mm:ss yyyy"];

    private static readonly Arbitrary<DateTimeOffset> Dates = Gen.Choose(0, int.MaxValue)
        .Select(seconds => new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds)).ToArbitrary();

    [Fact]
    public void AnyDate_IsReadAsItWasWritten_InEachFormAndCase() => Prop.ForAll(Dates, date =>
    {
        foreach (var form in Forms)
        {
            var written = date.ToString(form, CultureInfo.InvariantCulture);
            Assert.Equal(date, HttpDate.Read(written, Now));
            Assert.Equal(date, HttpDate.Read(written.ToLowerInvariant(), Now));
            Assert.Equal(date, HttpDate.Read(written.ToUpperInvariant(), Now));
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Sun Nov  8 10:00:30 2026", "2026-11-08T10:00:30Z")]
    [InlineData("Mon, 22 Nov 2026 10:00:30 GMT", "2026-11-22T10:00:30Z")]
    [InlineData("Sunday, 22-Nov-76 10:00:30 GMT", "2076-11-22T10:00:30Z")]
    [InlineData("Sunday, 22-Nov-77 10:00:30 GMT", "1977-11-22T10:00:30Z")]
    [InlineData("Sun, 29 Feb 2032 23:59:60 GMT", "2032-02-29T23:59:59Z")]
    public void Date_OfADayOfAnotherName_OrOfTwoDigits_IsRead(string written, string date) =>
        Assert.Equal(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture), HttpDate.Read(written, Now));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("Sun, 22 Nov 2026 10:00:30")]
    [InlineData("Sun, 22 Nov 2026 10:00:30 UTC")]
    [InlineData("Sun, 22 Nov 2026 10:00:30 +0000")]
    [InlineData("Sun, 22  Nov  2026 10:00:30 GMT")]
    [InlineData("Sun,  22 Nov 2026 10:00:30 GMT")]
    [InlineData(" Sun, 22 Nov 2026 10:00:30 GMT")]
    [InlineData("Sun, 22 Nov 2026 10:00:30 GMT\n")]
    [InlineData("Sun 22 Nov 2026 10:00:30 GMT")]
    [InlineData("Sun, 22-Nov-2026 10:00:30 GMT")]
    [InlineData("Sun, 22-Nov-26 10:00:30 GMT")]
    [InlineData("Sun, 22 Nov 26 10:00:30 GMT")]
    [InlineData("Sun, 2 Nov 2026 10:00:30 GMT")]
    [InlineData("Sun, 22 Nov 2026 1:00:30 GMT")]
    [InlineData("Sun, 22 Nov 2026 10.00.30 GMT")]
    [InlineData("Sun, 22 Nov 2026 24:00:00 GMT")]
    [InlineData("Sun, 31 Nov 2026 10:00:30 GMT")]
    [InlineData("Sun, 00 Nov 2026 10:00:30 GMT")]
    [InlineData("Sun, 22 Nov 0000 10:00:30 GMT")]
    [InlineData("Day, 22 Nov 2026 10:00:30 GMT")]
    [InlineData("Sun, 22 Foo 2026 10:00:30 GMT")]
    [InlineData("Sun, 22 Nov 2026 10:00:30 GMT, Sun, 22 Nov 2026 10:00:30 GMT")]
    [InlineData("Sun Nov 8 10:00:30 2026")]
    public void AnythingElse_IsNoDate(string written) => Assert.Null(HttpDate.Read(written, Now));
}
