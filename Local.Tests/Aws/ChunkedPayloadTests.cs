using System.IO.Pipelines;
using System.Text;
using Lexicon.Local.Aws.Signatures;

namespace Lexicon.Local.Tests.Aws;

public sealed class ChunkedPayloadTests
{
    // The example of the S3 API Reference, "Transferring Payload in Multiple Chunks": 65 KB of the letter a.
    private const string Seed = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";

    private static readonly Signer Example = new(
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", new CredentialScope("20130524", "us-east-1", "s3"), "20130524T000000Z");

    private static readonly string Body =
        $"10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n{new string('a', 65536)}\r\n"
        + $"400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n{new string('a', 1024)}\r\n"
        + "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n";

    [Fact]
    public async Task ExampleOfTheReference_IsReadWhole() => Assert.Equal(new string('a', 65536 + 1024), await ReadAsync(Body));

    [Fact]
    public async Task ChangedByte_IsFound() =>
        Assert.Equal(SignatureFault.Mismatch, await FaultAsync(Body.Replace("a\r\n0;", "b\r\n0;", StringComparison.Ordinal)));

    [Fact]
    public async Task MissingChunk_IsFound()
    {
        var second = Body.IndexOf("400;", StringComparison.Ordinal);

        Assert.Equal(SignatureFault.Mismatch, await FaultAsync(Body[second..]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\naaa")]
    [InlineData("zz;chunk-signature=00\r\n")]
    [InlineData("-1\r\n")]
    public async Task BrokenForm_IsFound(string body) => Assert.Equal(SignatureFault.MalformedPayload, await FaultAsync(body));

    [Fact]
    public async Task UnsignedChunks_GiveTheirTrailer()
    {
        await using var payload = new ChunkedPayload(
            Pipe("3\r\nabc\r\n0\r\nx-amz-checksum-crc32:NSRBwg==\r\n\r\n"), signer: null, Seed, hasTrailer: true);
        using var reader = new StreamReader(payload);

        Assert.Equal("abc", await reader.ReadToEndAsync());
        Assert.Equal("NSRBwg==", payload.Trailers["x-amz-checksum-crc32"]);
    }

    [Theory]
    [InlineData("NSRBwg==", true)]
    [InlineData("AAAAAA==", false)]
    public async Task SignedTrailer_IsChecked(string checksum, bool valid)
    {
        var chunk = Example.Sign(Example.ChunkStringToSign(Seed, Signer.Hash("abc"u8)));
        var last = Example.Sign(Example.ChunkStringToSign(chunk, Signer.EmptyHash));
        var trailer = Example.Sign(Example.TrailerStringToSign(last, Signer.Hash("x-amz-checksum-crc32:NSRBwg==\n"u8)));
        var body =
            $"3;chunk-signature={chunk}\r\nabc\r\n0;chunk-signature={last}\r\nx-amz-checksum-crc32:{checksum}\r\n"
            + $"x-amz-trailer-signature:{trailer}\r\n\r\n";
        await using var payload = new ChunkedPayload(Pipe(body), Example, Seed, hasTrailer: true);
        using var reader = new StreamReader(payload);

        if (valid)
        {
            Assert.Equal("abc", await reader.ReadToEndAsync());
        }
        else
        {
            Assert.Equal(SignatureFault.Mismatch, (await Assert.ThrowsAsync<SignatureException>(() => reader.ReadToEndAsync())).Fault);
        }
    }

    private static async Task<string> ReadAsync(string body)
    {
        await using var payload = new ChunkedPayload(Pipe(body), Example, Seed, hasTrailer: false);
        using var reader = new StreamReader(payload);
        return await reader.ReadToEndAsync();
    }

    private static async Task<SignatureFault> FaultAsync(string body) =>
        (await Assert.ThrowsAsync<SignatureException>(() => ReadAsync(body))).Fault;

    private static PipeReader Pipe(string body) => PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(body)));
}
