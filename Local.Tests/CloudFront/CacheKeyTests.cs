using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class CacheKeyTests
{
    private static readonly CachePolicy Everything = new()
    {
        Headers = Selection.Only("A", "B"),
        Cookies = Selection.All,
        QueryStrings = Selection.All,
        Gzip = true,
        Brotli = true,
    };

    private static readonly Gen<string> Text = Gen.Elements(
        "a", "b", ":", "1:", "2:ab", "", "+", "-", "&", "=").ListOf().Select(string.Concat);

    private static readonly Arbitrary<ViewerRequest> Requests = (
        from path in Text
        from query in Text
        from a in Text
        from b in Gen.OneOf(Gen.Constant((string?)null), Text.Select(text => (string?)text))
        from encoding in Gen.Elements("", "gzip", "br", "gzip, br", "identity")
        select new ViewerRequest
        {
            Method = "GET",
            Path = "/" + path,
            Query = query,
            Headers = Headers(("A", a), ("B", b), ("Accept-Encoding", encoding), ("User-Agent", "any")),
        }).ToArbitrary();

    [Fact]
    public void For_TwoRequests_AreOneKeyExactlyWhenWhatThePolicyTakesIsTheSame() => Prop.ForAll(Requests, Requests, (one, other) =>
        (CacheKey.For("E1", "GET", one, Everything) == CacheKey.For("E1", "GET", other, Everything))
            == (one.Path == other.Path
                && one.Query == other.Query
                && one.Headers["A"] == other.Headers["A"]
                && one.Headers.ContainsKey("B") == other.Headers.ContainsKey("B")
                && one.Headers["B"] == other.Headers["B"]
                && AcceptEncoding.Normalize(one, Everything) == AcceptEncoding.Normalize(other, Everything)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void For_WithoutPolicyValues_IgnoresHeadersCookiesAndQuery()
    {
        var policy = new CachePolicy();
        var plain = new ViewerRequest { Method = "GET", Path = "/a" };
        var rich = plain with
        {
            Query = "x=1",
            Headers = Headers(("Cookie", "s=1"), ("Authorization", "Bearer x"), ("Accept-Encoding", "br")),
        };

        Assert.Equal(CacheKey.For("E1", "GET", plain, policy), CacheKey.For("E1", "GET", rich, policy));
        Assert.NotEqual(CacheKey.For("E1", "GET", plain, policy), CacheKey.For("E2", "GET", plain, policy));
        Assert.NotEqual(CacheKey.For("E1", "GET", plain, policy), CacheKey.For("E1", "GET", plain with { Path = "/A" }, policy));
    }

    [Fact]
    public void For_NamedQueryStringsAndCookies_CountAloneAndInTheirOrder()
    {
        var policy = new CachePolicy { QueryStrings = Selection.Only("page", "a b"), Cookies = Selection.Only("session") };
        ViewerRequest Request(string query, string cookie) =>
            new() { Method = "GET", Path = "/", Query = query, Headers = Headers(("Cookie", cookie)) };
        string Key(string query, string cookie) => CacheKey.For("E1", "GET", Request(query, cookie), policy);

        Assert.Equal(Key("page=1&utm=x", "session=1; other=2"), Key("utm=y&page=1", "third=3; session=1"));
        Assert.NotEqual(Key("page=1", "session=1"), Key("page=1&a+b=2", "session=1"));
        Assert.NotEqual(Key("page=1", "session=1"), Key("page=1", "session=2"));
        Assert.NotEqual(Key("page=1", ""), Key("Page=1", ""));
    }

    private static HeaderDictionary Headers(params (string Name, string? Value)[] headers)
    {
        var dictionary = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            if (value is not null)
            {
                dictionary.Append(name, value);
            }
        }

        return dictionary;
    }
}
