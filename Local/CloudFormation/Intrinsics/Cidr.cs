using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary>
/// <c>Fn::Cidr</c>: <c>[block, count, bits]</c>, so many blocks in a row that leave so many host bits (8 when not given).
/// </summary>
internal sealed class Cidr : IIntrinsic
{
    private const int Maximum = 256;

    public string Name => "Fn::Cidr";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        var given = scope.Tuple(Name, argument, 2, 3);
        var text = scope.Text(Name, given[0]);
        var count = Number(scope, given[1]);
        var hostBits = given.Count == 3 ? Number(scope, given[2]) : 8;
        if (!IPNetwork.TryParse(text, out var block))
        {
            throw scope.Refuse($"Fn::Cidr takes a CIDR block, not '{text}'");
        }

        var width = block.BaseAddress.GetAddressBytes().Length * 8;
        var prefix = width - hostBits;
        if (count is < 1 or > Maximum || prefix < block.PrefixLength || hostBits < 0
            || (UInt128)count > UInt128.One << (prefix - block.PrefixLength))
        {
            throw scope.Refuse($"Fn::Cidr cannot cut {count} blocks of {hostBits} host bits out of {text}");
        }

        var start = Value(block.BaseAddress);
        return new JsonArray([.. Enumerable.Range(0, count)
            .Select(i => (JsonNode?)$"{Address(start + ((UInt128)i << hostBits), width)}/{prefix}")]);
    }

    private int Number(IScope scope, JsonNode? node) =>
        int.TryParse(scope.Text(Name, node), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw scope.Refuse("Fn::Cidr takes whole numbers for count and bits");

    private static UInt128 Value(IPAddress address) =>
        address.GetAddressBytes().Aggregate(UInt128.Zero, (value, next) => (value << 8) | next);

    private static IPAddress Address(UInt128 value, int width) =>
        new([.. Enumerable.Range(0, width / 8).Reverse().Select(i => (byte)(value >> (8 * i)))]);
}
