using Lexicon.Functions.Images;

namespace Lexicon.Functions.Tests.Images;

public sealed class ImageReaderTests
{
    public static TheoryData<string, byte[]> Images => new()
    {
        { "image/png", SampleImages.Png() },
        { "image/jpeg", SampleImages.Jpeg() },
        { "image/jpeg", SampleImages.Jpeg(frame: 0xC2) },
        { "image/webp", SampleImages.WebpLossy() },
        { "image/webp", SampleImages.WebpLossless() },
        { "image/webp", SampleImages.WebpExtended() },
    };

    public static TheoryData<string, byte[]> Others => new()
    {
        { "nothing", [] },
        { "text", "<svg onload='alert(1)'/>"u8.ToArray() },
        { "a picture of another kind", "GIF89a\u0004\0\u0003\0"u8.ToArray() },
        { "a PNG that ends too early", SampleImages.Png()[..^12] },
        { "a PNG with a page behind it", SampleImages.Png(behind: "<script>") },
        { "a PNG without pixels", SampleImages.Png(width: 0) },
        { "a PNG of negative size", SampleImages.Png(height: -1) },
        { "a PNG that would fill the memory", SampleImages.Png(8_000, 8_000) },
        { "a PNG that is too long", SampleImages.Png(8_193, 1) },
        { "a JPEG that ends too early", SampleImages.Jpeg()[..^2] },
        { "a JPEG that no browser shows", SampleImages.Jpeg(frame: 0xC3) },
        { "a JPEG that would fill the memory", SampleImages.Jpeg(8_000, 8_000) },
        { "a WebP of another length than it says", [.. SampleImages.WebpLossy(), 0] },
        { "a WebP that would fill the memory", SampleImages.WebpExtended(16_000, 16_000) },
    };

    [Theory]
    [MemberData(nameof(Images), DisableDiscoveryEnumeration = true)]
    public void Image_IsKnownByItsContent(string contentType, byte[] content)
    {
        var header = ImageReader.Read(content)!;

        Assert.Equal((contentType, 4, 3), (header.Format.ContentType, header.Width, header.Height));
    }

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void WhatIsNone_IsRefused(string description, byte[] content) => Assert.True(ImageReader.Read(content) is null, description);

    [Fact]
    public void AnyDamage_IsDecided_AndNothingIsThrown()
    {
        byte[][] all = [SampleImages.Png(), SampleImages.Jpeg(), SampleImages.WebpLossy(), SampleImages.WebpLossless()];
        foreach (var content in all)
        {
            for (var at = 0; at < content.Length; at++)
            {
                Assert.True(ImageReader.Read(content.AsSpan(0, at)) is null, $"The first {at} bytes are an image.");
                foreach (var value in (byte[])[0, 1, 0x7F, 0x80, 0xFF])
                {
                    var damaged = content.ToArray();
                    damaged[at] = value;
                    Assert.True(ImageReader.Read(damaged) is null or { Width: > 0, Height: > 0 });
                }
            }
        }
    }
}
