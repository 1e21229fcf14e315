using System.Buffers.Binary;

namespace Lexicon.Functions.Images;

/// <summary>
/// PNG (https://www.w3.org/TR/png-3/): a signature, chunks with their lengths, of which <c>IHDR</c> is the first and <c>IEND</c> the
/// last.
/// </summary>
internal static class PngFormat
{
    private const int ChunkFrame = 12;
    private const int HeaderLength = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static ImageHeader? Read(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Signature))
        {
            return null;
        }

        ImageHeader? header = null;
        var rest = content[Signature.Length..];
        while (rest.Length >= ChunkFrame && BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length <= rest.Length - ChunkFrame)
        {
            var type = rest.Slice(4, 4);
            if (header is null)
            {
                if (!type.SequenceEqual("IHDR"u8) || length is not HeaderLength)
                {
                    return null;
                }

                header = new(
                    ImageFormat.Png, BinaryPrimitives.ReadInt32BigEndian(rest[8..]), BinaryPrimitives.ReadInt32BigEndian(rest[12..]));
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                // What is behind the end is not part of the image, and is not published.
                return rest.Length == ChunkFrame && length is 0 ? header : null;
            }

            rest = rest[(ChunkFrame + (int)length)..];
        }

        return null;
    }
}
