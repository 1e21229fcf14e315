using System.Globalization;
using System.Net;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary><c>cidr</c>: an address, of version 4 or 6, within a block.</summary>
internal sealed class Cidr : TextMatcher
{
    private readonly IPNetwork _block;

    private Cidr(IPNetwork block) => _block = block;

    /// <summary>Reads a block.</summary>
    /// <exception cref="ArgumentException">It is not one; the message is AWS's.</exception>
    public static Cidr Parse(string text)
    {
        if (text.Split('/') is not [var address, var mask])
        {
            throw new ArgumentException("Malformed CIDR, one '/' required");
        }

        if (!int.TryParse(mask, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits))
        {
            throw new ArgumentException("Malformed CIDR, mask bits must be an integer");
        }

        if (!TryReadAddress(address, out var ip))
        {
            throw new ArgumentException($"Nonstandard IP address: {address}");
        }

        var isVersion4 = ip.GetAddressBytes().Length == 4;
        return bits switch
        {
            < 0 => throw new ArgumentException("Malformed CIDR, mask bits must not be negative"),
            > 31 when isVersion4 => throw new ArgumentException("IPv4 mask bits must be < 32"),
            > 127 => throw new ArgumentException("IPv6 mask bits must be < 128"),
            _ => new Cidr(new IPNetwork(Masked(ip, bits), bits)),
        };
    }

    protected override bool Matches(string text) => TryReadAddress(text, out var address) && _block.Contains(address);

    // .NET reads "10" and "0x0a000001" as addresses, too.
    private static bool TryReadAddress(string text, out IPAddress address) =>
        IPAddress.TryParse(text, out address!) && (text.Contains(':') || text.Count(character => character == '.') == 3);

    private static IPAddress Masked(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] &= (byte)(0xFF00 >> Math.Clamp(bits - (8 * index), 0, 8));
        }

        return new IPAddress(bytes);
    }
}
