using System.Buffers.Binary;
using System.Net;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Images, and their upload as a browser does it: with the fields of the form, and the file behind them.</summary>
internal static class ImageUpload
{
    private const int EndChunkLength = 12;

    // One red pixel.
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    /// <summary>One red pixel with a comment of its own, so that no other image has the same content.</summary>
    public static byte[] NewPng() => [.. Png[..^EndChunkLength], .. Comment($"{Guid.NewGuid()}"), .. Png[^EndChunkLength..]];

    /// <summary>Uploads a file for a term, with one field of the form changed.</summary>
    public static async Task<HttpStatusCode> SendAsync(
        LexiconClient client, string termPath, byte[] file, (string Name, string Value) changed = default) =>
        await (await ImageForm.OfAsync(client, termPath)).SendAsync(file, changed);

    /// <summary>Uploads an image for a term and waits until it shows another one than before.</summary>
    /// <returns>The address of the image.</returns>
    public static async Task<string> ShowAsync(LexiconClient client, string termPath)
    {
        var before = await ShownAsync();
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(client, termPath, NewPng()));
        string? after = null;
        Assert.True(
            await Eventually.IsSoAsync(async () => (after = await ShownAsync()) is not null && after != before), "No image is shown.");
        return after!;

        async Task<string?> ShownAsync() => (string?)(await client.GetAsync(termPath)).Body?["image"]?["url"];
    }

    // https://www.w3.org/TR/png-3/#5Chunk-layout: length, type, data, and a checksum of the last two.
    private static byte[] Comment(string text)
    {
        byte[] checkedPart = [.. "tEXtComment\0"u8, .. System.Text.Encoding.Latin1.GetBytes(text)];
        var chunk = new byte[checkedPart.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, checkedPart.Length - 4);
        checkedPart.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), Checksum(checkedPart));
        return chunk;
    }

    // https://www.w3.org/TR/png-3/#D-CRCAppendix
    private static uint Checksum(byte[] bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var one in bytes)
        {
            checksum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 1) is 0 ? checksum >> 1 : (checksum >> 1) ^ 0xEDB88320;
            }
        }

        return ~checksum;
    }
}
