using System.Text.Json;
using Lexicon.Local.Aws.Patterns;

namespace Lexicon.Local.Tests.Aws.Patterns;

/// <summary>
/// What patterns match, by the examples of
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html.
/// </summary>
public sealed class EventPatternTests
{
    [Theory]
    [InlineData("""{"a":["x"]}""", """{"a":"x"}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":"X"}""", false)]
    [InlineData("""{"a":["x","y"]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":["x"]}""", """{"b":"x"}""", false)]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":["w","x"]}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":["w"]}""", false)]
    [InlineData("""{"a":[""]}""", """{"a":""}""", true)]
    [InlineData("""{"a":[null]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[null]}""", """{}""", false)]
    [InlineData("""{"a":[true]}""", """{"a":true}""", true)]
    [InlineData("""{"a":[true]}""", """{"a":"true"}""", false)]
    [InlineData("""{"a":[300]}""", """{"a":3.0e2}""", true)]
    [InlineData("""{"a":[300]}""", """{"a":"300"}""", false)]
    [InlineData("""{"a":[123456789012]}""", """{"a":123456789012}""", true)]
    [InlineData("""{"a":[123456789012]}""", """{"a":123456789012.0}""", false)]
    [InlineData("""{"a":[{"exactly":"x"}]}""", """{"a":"x"}""", true)]
    public void Values_AreComparedExactly(string pattern, string occurrence, bool expected) => AssertMatches(pattern, occurrence, expected);

    [Theory]
    [InlineData("""[{"prefix":"us-"}]""", "\"us-east-1\"", true)]
    [InlineData("""[{"prefix":"us-"}]""", "\"eu-us-1\"", false)]
    [InlineData("""[{"prefix":"5"}]""", "55", false)]
    [InlineData("""[{"prefix":{"equals-ignore-case":"EventB"}}]""", "\"eventbridge\"", true)]
    [InlineData("""[{"suffix":".png"}]""", "\"a.png\"", true)]
    [InlineData("""[{"suffix":".png"}]""", "\"a.PNG\"", false)]
    [InlineData("""[{"suffix":{"equals-ignore-case":".png"}}]""", "\"a.PNG\"", true)]
    [InlineData("""[{"equals-ignore-case":"alice"}]""", "\"ALICE\"", true)]
    [InlineData("""[{"equals-ignore-case":"alice"}]""", "\"alicia\"", false)]
    [InlineData("""[{"wildcard":"dir/*.png"}]""", "\"dir/sub/a.png\"", true)]
    [InlineData("""[{"wildcard":"dir/*.png"}]""", "\"dir/a.jpg\"", false)]
    [InlineData("""[{"wildcard":"a\\*b"}]""", "\"a*b\"", true)]
    [InlineData("""[{"wildcard":"a\\*b"}]""", "\"axb\"", false)]
    [InlineData("""[{"wildcard":"a?"}]""", "\"ab\"", false)]
    [InlineData("""[{"cidr":"10.0.0.0/24"}]""", "\"10.0.0.255\"", true)]
    [InlineData("""[{"cidr":"10.0.0.0/24"}]""", "\"10.0.1.0\"", false)]
    [InlineData("""[{"cidr":"10.0.0.0/24"}]""", "\"ten\"", false)]
    [InlineData("""[{"cidr":"2001:db8::/32"}]""", "\"2001:db8:1::1\"", true)]
    public void Texts_AreComparedByTheOperator(string values, string value, bool expected) => AssertField(values, value, expected);

    [Theory]
    [InlineData("""[{"numeric":["=",3.018e2]}]""", "301.8", true)]
    [InlineData("""[{"numeric":["<",10]}]""", "10", false)]
    [InlineData("""[{"numeric":["<=",10]}]""", "10", true)]
    [InlineData("""[{"numeric":[">",0,"<=",5]}]""", "5", true)]
    [InlineData("""[{"numeric":[">",0,"<=",5]}]""", "0", false)]
    [InlineData("""[{"numeric":[">=",0,"<",5]}]""", "0", true)]
    [InlineData("""[{"numeric":[">",0]}]""", "\"1\"", false)]
    public void Numbers_AreComparedByTheirRange(string values, string value, bool expected) => AssertField(values, value, expected);

    [Theory]
    [InlineData("""[{"anything-but":"x"}]""", "\"y\"", true)]
    [InlineData("""[{"anything-but":"x"}]""", "\"x\"", false)]
    [InlineData("""[{"anything-but":["x","y"]}]""", "\"y\"", false)]
    [InlineData("""[{"anything-but":[100,200]}]""", "300", true)]
    [InlineData("""[{"anything-but":100}]""", "100", false)]
    [InlineData("""[{"anything-but":["x"]}]""", """["x","z"]""", true)]
    [InlineData("""[{"anything-but":{"prefix":"us-"}}]""", "\"us-east-1\"", false)]
    [InlineData("""[{"anything-but":{"suffix":[".png",".jpg"]}}]""", "\"a.jpg\"", false)]
    [InlineData("""[{"anything-but":{"equals-ignore-case":"init"}}]""", "\"INIT\"", false)]
    [InlineData("""[{"anything-but":{"wildcard":"*/lib/*"}}]""", "\"/usr/bin/x\"", true)]
    [InlineData("""[{"anything-but":{"wildcard":"*/lib/*"}}]""", "\"/usr/lib/x\"", false)]
    public void AnythingBut_IsWhatIsExcluded(string values, string value, bool expected) => AssertField(values, value, expected);

    [Theory]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[{"exists":true}]}""", """{"b":1}""", false)]
    [InlineData("""{"a":[{"exists":false}]}""", """{"b":1}""", true)]
    [InlineData("""{"a":[{"exists":false}]}""", """{"a":1}""", false)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{}""", true)]
    [InlineData("""{"a":[{"exists":false}]}""", """{"a":{"b":1}}""", true)]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":[]}""", false)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"b":1}""", false)]
    [InlineData("""{"a":[{"anything-but":"x"},{"exists":false}]}""", """{"b":1}""", true)]
    public void Exists_AsksForAValue(string pattern, string occurrence, bool expected) => AssertMatches(pattern, occurrence, expected);

    [Theory]
    [InlineData("""{"a":[{"b":1,"c":2}]}""", true)]
    [InlineData("""{"a":[{"b":1},{"c":2}]}""", false)]
    [InlineData("""{"a":{"b":1,"c":2}}""", true)]
    public void FieldsOfAnArray_BelongToOneOfItsObjects(string occurrence, bool expected) =>
        AssertMatches("""{"a":{"b":[1],"c":[2]}}""", occurrence, expected);

    [Theory]
    [InlineData("""{"s":"x","m":1}""", true)]
    [InlineData("""{"s":"x","n":2,"o":3}""", true)]
    [InlineData("""{"s":"x","n":2}""", false)]
    [InlineData("""{"s":"y","m":1}""", false)]
    public void Or_AsksForOneOfItsObjects(string occurrence, bool expected) =>
        AssertMatches("""{"s":["x"],"$or":[{"m":[1]},{"n":[2],"o":[3]}]}""", occurrence, expected);

    [Fact]
    public void KeysAndCombinations_AreCounted()
    {
        var pattern = EventPattern.Parse("""{"a":["x","y",{"anything-but":["p","q"]}],"b":{"c":[1,2,3]}}""", PatternDialect.Sns);

        Assert.Equal((2, 12), (pattern.Keys, pattern.Combinations));
    }

    private static void AssertField(string values, string value, bool expected) =>
        AssertMatches($$"""{"a":{{values}}}""", $$"""{"a":{{value}}}""", expected);

    private static void AssertMatches(string pattern, string occurrence, bool expected)
    {
        using var document = JsonDocument.Parse(occurrence);
        Assert.Equal(expected, EventPattern.Parse(pattern, PatternDialect.EventBridge).Matches(document.RootElement));
    }
}
