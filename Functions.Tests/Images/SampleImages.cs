using System.Buffers.Binary;
using System.Text;

namespace Lexicon.Functions.Tests.Images;

/// <summary>Images with all that decides what they are, and as good as no pixels.</summary>
internal static class SampleImages
{
    public static byte[] Png(int width = 4, int height = 3, string behind = "") =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
        .. Chunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]),
        .. Chunk("IDAT", [0]),
        .. Chunk("IEND", []),
        .. Encoding.ASCII.GetBytes(behind),
    ];

    public static byte[] Jpeg(int width = 4, int height = 3, byte frame = 0xC0) =>
    [
        0xFF, 0xD8,
        0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, frame, 0, 11, 8, .. BigEndian(height)[2..], .. BigEndian(width)[2..], 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0,
        0xFF, 0xD9,
    ];

    public static byte[] WebpLossy(int width = 4, int height = 3) =>
        Webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)]);

    public static byte[] WebpLossless(int width = 4, int height = 3)
    {
        var bits = (uint)(width - 1) | ((uint)(height - 1) << 14);
        return Webp("VP8L", [0x2F, (byte)bits, (byte)(bits >> 8), (byte)(bits >> 16), (byte)(bits >> 24), 0, 0, 0, 0, 0]);
    }

    public static byte[] WebpExtended(int width = 4, int height = 3) => Webp(
        "VP8X",
        [0, 0, 0, 0, (byte)(width - 1), (byte)((width - 1) >> 8), (byte)((width - 1) >> 16),
            (byte)(height - 1), (byte)((height - 1) >> 8), (byte)((height - 1) >> 16)]);

    private static byte[] Webp(string type, byte[] payload)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), .. LittleEndian(payload.Length), .. payload];
        return [.. "RIFF"u8, .. LittleEndian(chunk.Length + 4), .. "WEBP"u8, .. chunk];
    }

    private static byte[] Chunk(string type, byte[] data) =>
        [.. BigEndian(data.Length), .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];

    private static byte[] BigEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] LittleEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
