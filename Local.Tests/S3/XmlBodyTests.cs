using System.Text;
using Lexicon.Local.Iam;
using Lexicon.Local.S3.Operations;
using Lexicon.Local.S3.Protocol;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.S3;

/// <summary>The documents of requests that must come with a digest, or may.</summary>
public sealed class XmlBodyTests
{
    [Theory]
    [InlineData("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")]
    [InlineData("x-amz-checksum-crc32", "NhCmhg==")]
    [InlineData("x-amz-checksum-sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=")]
    public async Task Document_IsTheOneOfItsDigest(string header, string digest)
    {
        XmlBody.Demand(Request("hello", header, digest));
        await using var received = await XmlBody.ReceiveAsync(Request("hello", header, digest));
        var refusal = await Assert.ThrowsAsync<S3Exception>(() => XmlBody.ReceiveAsync(Request("other", header, digest)));

        Assert.Equal(5, received.Length);
        Assert.Equal((400, "BadDigest"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public void DocumentWithoutDigest_IsRefusedWhereItMustHaveOne()
    {
        var refusal = Assert.Throws<S3Exception>(() => XmlBody.Demand(Request("hello", "Content-Type", "application/xml")));

        Assert.Equal((400, "InvalidRequest"), (refusal.Status, refusal.Code));
        Assert.Equal("Missing required header for this request: Content-MD5 OR x-amz-checksum-*", refusal.Message);
    }

    private static S3Request Request(string content, string header, string value) => new()
    {
        Method = "POST",
        Caller = Caller.Root,
        Body = new MemoryStream(Encoding.UTF8.GetBytes(content)),
        Headers = new HeaderDictionary { [header] = value },
    };
}
