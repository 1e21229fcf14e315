using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.CloudFront.Cache;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed partial class CacheDirectivesTests
{
    private static readonly string[] Known =
    [
        "no-store", "no-cache", "private", "public", "must-revalidate", "max-age", "s-maxage", "stale-while-revalidate", "stale-if-error",
    ];

    private static readonly Arbitrary<string> Lines = Gen.Elements(
            "no-store", "private", "No-Cache", "public", "must-revalidate", "max-age=60", "max-age=060", "s-maxage=5", "max-age=abc",
            "max-age=-1", "max-age=99999999999", "max-age=\"7\"", "max-age=", "stale-if-error=0", "private=\"Set-Cookie\"", "foo=\"bar",
            "foo=\"a, private\"", "foo=\"max-age=3, b\"", "a=b=\"", "foo", "\"", "\\", "=", ";", " ", "\t", ",", ", ", ",", ", ", ",,", "é")
        .ListOf().Select(string.Concat).ToArbitrary();

    private static readonly Arbitrary<string> Restrictions = Gen.Elements("no-store", "private", "PRIVATE").ToArbitrary();

    [Fact]
    public void AnyLine_IsReadAsTheReferenceReadsIt() => Prop.ForAll(Lines, line =>
    {
        var (read, reference) = (CacheDirectives.Read(line), Reference(line));
        foreach (var name in Known)
        {
            var expected = reference.Where(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
            Assert.Equal(expected.Length > 0, read.Has(name));
            Assert.Equal(
                expected.Select(one => one.Seconds).FirstOrDefault(seconds => seconds is not null), read.Seconds(name)?.TotalSeconds);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnythingBesideARestriction_DoesNotTakeItAway() => Prop.ForAll(Lines, Restrictions, (line, restriction) =>
    {
        foreach (var whole in (string[])[$"{restriction},{line}", $"foo=\"bar, {restriction}"])
        {
            var headers = new HeaderDictionary { ["Cache-Control"] = whole };
            Assert.False(CacheControl.Read(headers, DateTimeOffset.UnixEpoch).Storable, whole);
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("no-store, max-age=99999999999")]
    [InlineData("private, max-age=abc")]
    [InlineData("no-store, foo=\"bar")]
    [InlineData("foo=\"bar, private")]
    [InlineData("no-cache, max-age=abc")]
    public async Task PrivateAnswer_IsNotGivenToAnyoneElse_WhateverStandsBesideIt(string cacheControl)
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        var count = 0;
        edge.Api.Answer = context =>
        {
            context.Response.Headers.CacheControl = cacheControl;
            return context.Response.WriteAsync($"for viewer {++count}");
        };

        using var first = await edge.GetAsync("/api/a");
        using var second = await edge.GetAsync("/api/a");

        Assert.Equal("for viewer 1", await first.Content.ReadAsStringAsync());
        Assert.Equal("for viewer 2", await second.Content.ReadAsStringAsync());
    }

    // Another way to read the same rule: one pattern, and its captures. What has no name has no quoted argument either.
    private static IEnumerable<(string Name, double? Seconds)> Reference(string line) => Directive().Matches(line)
        .Where(match => match.Groups["name"].Length > 0)
        .Select(match => (
            match.Groups["name"].Value,
            match.Groups["rest"].Value.Trim(' ', '\t').Length > 0 ? null
                : match.Groups["quoted"].Success ? Number(match.Groups["quoted"].Value[1..^1])
                : Number(match.Groups["plain"].Value.TrimEnd(' ', '\t'))));

    private static double? Number(string text) =>
        Digits().IsMatch(text) ? Math.Min(double.Parse(text, CultureInfo.InvariantCulture), 3_153_600_000) : null;

    [GeneratedRegex(
        """\G[ \t]*(?<name>[A-Za-z0-9!#$%&'*+.^_`|~-]*)"""
        + """(?:=(?:(?<quoted>(?<=[^ \t,]=)"(?:[^"\\]|\\.)*")|(?<plain>[^,"]*)))?(?<rest>[^,]*)(?:,|$)""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Digits();
}
