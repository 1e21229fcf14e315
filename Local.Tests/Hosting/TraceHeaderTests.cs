using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader.</summary>
public sealed class TraceHeaderTests
{
    private const string Root = "1-5759e988-bd862e3fe1be46a994272793";
    private const string Parent = "53995c3f42cd8ad8";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(0x5759e988);

    [Theory]
    [InlineData($"Root={Root};Parent={Parent};Sampled=1", Root, Parent, true)]
    [InlineData($"Self=1-67891234-0; sampled=0 ; root={Root}", Root, null, false)]
    [InlineData($"Parent={Parent};Sampled=?;Lineage=a87bd80c:1|68fd508a:5", null, Parent, null)]
    [InlineData("Root", null, null, null)]
    [InlineData(null, null, null, null)]
    public void Parts_AreReadInAnyOrder_AndOthersAreIgnored(string? header, string? root, string? parent, bool? sampled) =>
        Assert.Equal((root, parent, sampled), TraceHeader.Parse(header));

    [Theory]
    [InlineData($"Root={Root};Parent={Parent};Sampled=1", false, $"^Root={Root};Parent={Parent};Sampled=1$")]
    [InlineData($"Root={Root};Parent={Parent}", false, $"^Root={Root};Parent={Parent};Sampled=0$")]
    [InlineData($"Root={Root};Parent={Parent}", true, $"^Root={Root};Parent=(?!{Parent})[0-9a-f]{{16}};Sampled=1$")]
    [InlineData($"Root={Root};Sampled=0", true, $"^Root={Root};Parent=[0-9a-f]{{16}};Sampled=0$")]
    [InlineData(null, false, "^Root=1-5759e988-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$")]
    public void Trace_IsContinuedOrBegun(string? header, bool active, string expected) =>
        Assert.Matches(expected, TraceHeader.Continue(header, active, Now).ToString());

    [Theory]
    [InlineData(Root, true)]
    [InlineData("1-5759E988-BD862E3FE1BE46A994272793", true)]
    [InlineData($"{Root}0", false)]
    [InlineData("1-5759e988", false)]
    [InlineData(null, false)]
    public void TraceId_HasATimeAndNinetySixBits(string? text, bool isRoot) => Assert.Equal(isRoot, TraceHeader.IsRoot(text));
}
