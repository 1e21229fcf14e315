using System.Buffers.Binary;
using System.Security.Cryptography;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Storage;

/// <summary>
/// A checksum of an object as it arrives (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html).
/// </summary>
internal abstract class Checksum : IDisposable
{
    /// <summary>The algorithms by S3's name.</summary>
    public static IReadOnlyList<string> Algorithms { get; } = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"];

    /// <summary>A new computation.</summary>
    public static Checksum Create(string algorithm) => algorithm switch
    {
        "CRC32" => new Cyclic(0xEDB88320, 32),
        "CRC32C" => new Cyclic(0x82F63B78, 32),
        "CRC64NVME" => new Cyclic(0x9A6C9329AC4BC9B5, 64),
        "SHA1" => new Digest(HashAlgorithmName.SHA1),
        "SHA256" => new Digest(HashAlgorithmName.SHA256),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "not a checksum algorithm of S3"),
    };

    /// <summary>The length in bytes of a checksum.</summary>
    public static int LengthOf(string algorithm) => algorithm switch
    {
        "SHA256" => 32,
        "SHA1" => 20,
        "CRC64NVME" => 8,
        _ => 4,
    };

    /// <summary>The algorithm with this name, however it is spelled.</summary>
    /// <exception cref="S3Exception">S3 does not have it.</exception>
    public static string Named(string name) => Algorithms.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw S3Exception.InvalidRequest("Checksum algorithm provided is unsupported. Please try again with any of the "
            + $"valid types: [{string.Join(", ", Algorithms)}]");

    /// <summary>Adds bytes.</summary>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The checksum of all bytes so far; ends the computation.</summary>
    public abstract string ToBase64();

    public virtual void Dispose()
    {
    }

    private sealed class Digest(HashAlgorithmName name) : Checksum
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(name);

        public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

        public override string ToBase64() => Convert.ToBase64String(_hash.GetHashAndReset());

        public override void Dispose()
        {
            _hash.Dispose();
            base.Dispose();
        }
    }

    /// <summary>A reflected cyclic redundancy check with all bits set before and inverted after.</summary>
    private sealed class Cyclic(ulong polynomial, int bits) : Checksum
    {
        private readonly ulong[] _table = Table(polynomial);
        private ulong _state = ulong.MaxValue >> (64 - bits);

        public override void Append(ReadOnlySpan<byte> bytes)
        {
            var register = _state;
            foreach (var b in bytes)
            {
                register = _table[(byte)register ^ b] ^ (register >> 8);
            }

            _state = register;
        }

        public override string ToBase64()
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, ~_state);
            return Convert.ToBase64String(bytes[(8 - (bits / 8))..]);
        }

        private static ulong[] Table(ulong polynomial)
        {
            var table = new ulong[256];
            for (var i = 0; i < table.Length; i++)
            {
                var entry = (ulong)i;
                for (var bit = 0; bit < 8; bit++)
                {
                    entry = (entry & 1) != 0 ? (entry >> 1) ^ polynomial : entry >> 1;
                }

                table[i] = entry;
            }

            return table;
        }
    }
}
