using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Local.Sqs.Messages;

/// <summary>
/// The digests that SDKs compare responses with
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html).
/// </summary>
[SuppressMessage("Security", "CA5351", Justification = "The protocol says MD5; nothing is secured by it.")]
internal static class MessageDigest
{
    /// <summary>The digest of a body.</summary>
    public static string OfBody(string body) => Hex(MD5.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>What stands for the deduplication id of a message in a FIFO queue that deduplicates by content.</summary>
    public static string Sha256(string body) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>The digest of attributes; null where there are none.</summary>
    public static string? OfAttributes(IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        if (attributes.Count == 0)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        foreach (var (name, attribute) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            Write(bytes, Encoding.UTF8.GetBytes(name));
            Write(bytes, Encoding.UTF8.GetBytes(attribute.DataType));
            bytes.WriteByte(attribute.BinaryValue is null ? (byte)1 : (byte)2);
            Write(bytes, attribute.BinaryValue ?? Encoding.UTF8.GetBytes(attribute.StringValue ?? ""));
        }

        return Hex(MD5.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    private static void Write(MemoryStream bytes, byte[] part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        bytes.Write(length);
        bytes.Write(part);
    }

    private static string Hex(byte[] digest) => Convert.ToHexStringLower(digest);
}
