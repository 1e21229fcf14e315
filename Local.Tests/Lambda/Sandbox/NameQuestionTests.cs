using Lexicon.Local.Lambda.Sandbox.Walls;

namespace Lexicon.Local.Tests.Lambda.Sandbox;

/// <summary>Questions and answers of the domain name system (RFC 1035, section 4.1).</summary>
public sealed class NameQuestionTests
{
    [Theory]
    [InlineData("localhost", 1, 0x8580, 1)]
    [InlineData("bucket.localhost", 1, 0x8580, 1)]
    [InlineData("localhost", 28, 0x8580, 0)]
    [InlineData("example.com", 1, 0x8583, 0)]
    [InlineData("notlocalhost", 1, 0x8583, 0)]
    public void Answer_KnowsThisMachineAlone(string name, ushort type, int flags, int answers)
    {
        var packet = Ask(name, type);

        var answer = NameQuestion.Read(packet)!.Answer();

        Assert.Equal(packet[..2], answer[..2]);
        Assert.Equal((flags, answers), ((answer[2] << 8) | answer[3], (answer[6] << 8) | answer[7]));
        Assert.Equal(answers == 1 ? [127, 0, 0, 1] : packet[^4..], answer[^4..]);
    }

    [Fact]
    public void Packet_ThatEndsBeforeItsQuestion_IsNone()
    {
        var packet = Ask("example.com", 1);

        Assert.All(Enumerable.Range(0, packet.Length), length => Assert.Null(NameQuestion.Read(packet.AsSpan(0, length))));
        Assert.Equal("example.com", NameQuestion.Read(packet)!.Name);
    }

    private static byte[] Ask(string name, ushort type) =>
    [
        0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0,
        .. name.Split('.').SelectMany(label => label.Select(letter => (byte)letter).Prepend((byte)label.Length)),
        0, (byte)(type >> 8), (byte)type, 0, 1,
    ];
}
