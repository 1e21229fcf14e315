using System.Buffers.Binary;

namespace Lexicon.Functions.Images;

/// <summary>
/// JPEG (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B): markers with segments, of which a frame header has the size; the
/// marker EOI is the end.
/// </summary>
internal static class JpegFormat
{
    private const byte Marker = 0xFF;
    private const byte StartOfScan = 0xDA;

    private static ReadOnlySpan<byte> StartOfImage => [Marker, 0xD8, Marker];

    private static ReadOnlySpan<byte> EndOfImage => [Marker, 0xD9];

    public static ImageHeader? Read(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(StartOfImage) || !content.EndsWith(EndOfImage))
        {
            return null;
        }

        var at = 2;
        while (at + 9 < content.Length && content[at] == Marker)
        {
            var code = content[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (IsFrameHeader(code))
            {
                return new(
                    ImageFormat.Jpeg,
                    BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]));
            }

            if (code == StartOfScan || length < 2)
            {
                return null;
            }

            at += 2 + length;
        }

        return null;
    }

    // Baseline, extended and progressive frames; what is lossless or arithmetic no browser shows.
    private static bool IsFrameHeader(byte code) => code is 0xC0 or 0xC1 or 0xC2;
}
