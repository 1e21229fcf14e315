using Lexicon.Local.Aws.Signatures;

namespace Lexicon.Local.Tests.Aws;

public sealed class SignerTests
{
    private const string Canonical =
        "GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\n"
        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    // The case "get-vanilla" of AWS's Signature Version 4 test suite.
    private static readonly Signer Suite = new(
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", new CredentialScope("20150830", "us-east-1", "service"), "20150830T123600Z");

    [Fact]
    public void Signature_IsTheOneOfTheTestSuite() => Assert.Equal(
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31", Suite.Sign(Suite.StringToSign(Canonical)));

    [Fact]
    public void OtherSignature_IsNotAccepted()
    {
        var toSign = Suite.StringToSign(Canonical);

        Assert.True(Suite.IsSignedBy(toSign, Suite.Sign(toSign)));
        Assert.False(Suite.IsSignedBy(toSign, Suite.Sign(toSign + " ")));
        Assert.False(Suite.IsSignedBy(toSign, ""));
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("//", "/")]
    [InlineData("/a//b", "/a/b")]
    [InlineData("/a/./b/../c", "/a/c")]
    [InlineData("/..", "/")]
    [InlineData("/a/", "/a/")]
    [InlineData("/2015-03-31/functions/a%3Ab/invocations", "/2015-03-31/functions/a%253Ab/invocations")]
    public void Path_IsNormalizedAndEncodedTwice(string raw, string canonical) => Assert.Equal(canonical, UriEncoding.PathTwice(raw));

    [Theory]
    [InlineData("/bucket/a//b", "/bucket/a//b")]
    [InlineData("/bucket/a%20b", "/bucket/a%20b")]
    [InlineData("/bucket/a+b=c", "/bucket/a%2Bb%3Dc")]
    [InlineData("/bucket/%2e%2e/k", "/bucket/../k")]
    [InlineData("/bucket/gr%C3%BC%C3%9Fe", "/bucket/gr%C3%BC%C3%9Fe")]
    public void PathOfS3_IsEncodedOnceAndNotNormalized(string raw, string canonical) => Assert.Equal(canonical, UriEncoding.PathOnce(raw));

    [Theory]
    [InlineData("", "")]
    [InlineData("b=2&a=1", "a=1&b=2")]
    [InlineData("a=2&a=1", "a=1&a=2")]
    [InlineData("list-type=2&prefix=a/b&delete", "delete=&list-type=2&prefix=a%2Fb")]
    [InlineData("X-Amz-Date=d&X-Amz-Signature=s", "X-Amz-Date=d")]
    public void Query_IsSortedAndEncoded(string raw, string canonical) => Assert.Equal(canonical, UriEncoding.Query(raw));
}
