using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>A question of the domain name system (RFC 1035, section 4.1).</summary>
/// <param name="Name">What is asked for, without the dot at its end.</param>
/// <param name="Type">1 is an IPv4 address.</param>
/// <param name="Packet">Header and question, as they came.</param>
internal sealed record NameQuestion(string Name, ushort Type, byte[] Packet)
{
    private const int HeaderLength = 12;
    private const int LongestLabel = 63;
    private const ushort Address = 1;
    private const ushort AnswerFlags = 0x8580;
    private const ushort DoesNotExist = 3;
    private const ushort Internet = 1;

    /// <summary>Whether it is this machine's own name.</summary>
    public bool IsLocal => Name == "localhost" || Name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the first question of a packet; null when it has none.</summary>
    public static NameQuestion? Read(ReadOnlySpan<byte> packet)
    {
        var labels = new List<string>();
        var at = HeaderLength;
        while (at < packet.Length && packet[at] is > 0 and <= LongestLabel && at + 1 + packet[at] < packet.Length)
        {
            labels.Add(Encoding.UTF8.GetString(packet.Slice(at + 1, packet[at])));
            at += 1 + packet[at];
        }

        return at + 5 <= packet.Length && packet[at] == 0
            ? new(string.Join('.', labels), BinaryPrimitives.ReadUInt16BigEndian(packet[(at + 1)..]), packet[..(at + 5)].ToArray())
            : null;
    }

    /// <summary>The whole answer.</summary>
    public byte[] Answer()
    {
        var isKnown = IsLocal && Type == Address;
        byte[] answer =
        [
            .. Packet,
            .. isKnown ? (byte[])[0xC0, HeaderLength, 0, (byte)Address, 0, (byte)Internet, 0, 0, 0, 0, 0, 4] : [],
            .. isKnown ? IPAddress.Loopback.GetAddressBytes() : [],
        ];
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(2), (ushort)(AnswerFlags | (IsLocal ? 0 : DoesNotExist)));
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(4), 1);
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(6), (ushort)(isKnown ? 1 : 0));
        BinaryPrimitives.WriteUInt32BigEndian(answer.AsSpan(8), 0);
        return answer;
    }
}
