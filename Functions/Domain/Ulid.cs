using System.Buffers.Binary;

namespace Lexicon.Functions.Domain;

/// <summary>
/// A Universally Unique Lexicographically Sortable Identifier (https://github.com/ulid/spec): 48 bits of milliseconds since 1970
/// and 80 random ones, written as 26 characters of Crockford's Base32 that sort as the time does.
/// </summary>
internal readonly record struct Ulid(UInt128 Bits)
{
    public const int Length = 26;

    /// <summary>What a ULID looks like, for those who check it from outside.</summary>
    public const string Pattern = "^[0-7][0-9A-HJKMNP-TV-Z]{25}$";

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsOfDigit = 5;
    private const int BitsOfRandomness = 80;

    /// <summary>A new one; <paramref name="fill"/> writes its random bytes.</summary>
    public static Ulid New(DateTimeOffset now, Action<Span<byte>> fill)
    {
        Span<byte> bytes = stackalloc byte[16];
        fill(bytes);
        var random = BinaryPrimitives.ReadUInt128BigEndian(bytes) & ((UInt128.One << BitsOfRandomness) - 1);
        return new(((UInt128)(ulong)now.ToUnixTimeMilliseconds() << BitsOfRandomness) | random);
    }

    /// <summary>When it was made, to the millisecond.</summary>
    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeMilliseconds((long)(Bits >> BitsOfRandomness));

    /// <summary>
    /// Reads the canonical form only, in capitals. The specification lets readers take small letters too, but then one item would
    /// have many addresses.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Ulid ulid)
    {
        ulid = default;

        // 26 digits hold 130 bits: the first may use three of its five only.
        if (text.Length != Length || text[0] > '7')
        {
            return false;
        }

        var bits = UInt128.Zero;
        foreach (var character in text)
        {
            var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            bits = (bits << BitsOfDigit) | (uint)digit;
        }

        ulid = new(bits);
        return true;
    }

    public override string ToString() => string.Create(Length, Bits, static (text, bits) =>
    {
        for (var at = Length - 1; at >= 0; at--)
        {
            text[at] = Alphabet[(int)(uint)(bits & 31)];
            bits >>= BitsOfDigit;
        }
    });
}
