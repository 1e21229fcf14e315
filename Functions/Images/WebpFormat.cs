using System.Buffers.Binary;

namespace Lexicon.Functions.Images;

/// <summary>
/// WebP (https://developers.google.com/speed/webp/docs/riff_container): a RIFF container that says how long it is, whose first chunk
/// has the size, in one of three ways.
/// </summary>
internal static class WebpFormat
{
    private const int Least = 30;
    private const int RiffFrame = 8;
    private const int Chunk = 12;
    private const int Payload = 20;

    private static ReadOnlySpan<byte> LossyStart => [0x9D, 0x01, 0x2A];

    public static ImageHeader? Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < Least
            || !content.StartsWith("RIFF"u8)
            || !content[RiffFrame..].StartsWith("WEBP"u8)
            || BinaryPrimitives.ReadUInt32LittleEndian(content[4..]) != content.Length - RiffFrame)
        {
            return null;
        }

        var payload = content[Payload..];
        return content[Chunk..(Chunk + 4)] switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => Of(1 + UInt24(payload[4..]), 1 + UInt24(payload[7..])),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] when payload[0] == 0x2F =>
                OfLossless(BinaryPrimitives.ReadUInt32LittleEndian(payload[1..])),
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] when payload[3..].StartsWith(LossyStart) => Of(
                BinaryPrimitives.ReadUInt16LittleEndian(payload[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(payload[8..]) & 0x3FFF),
            _ => null,
        };
    }

    private static ImageHeader OfLossless(uint bits) => Of(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static ImageHeader Of(int width, int height) => new(ImageFormat.Webp, width, height);

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
