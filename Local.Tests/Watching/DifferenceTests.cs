using Lexicon.Local.CloudFormation;
using Lexicon.Local.Tests.CloudFormation;
using Lexicon.Local.Watching;

namespace Lexicon.Local.Tests.Watching;

public sealed class DifferenceTests
{
    private const string Before = """
        {"Resources":{"Kept":{"Type":"Test::Note","Properties":{"Text":"same"}},
                      "Note0A1B2C3D":{"Type":"Test::Note","Properties":{"Text":"one","Number":1}},
                      "Gone":{"Type":"Test::Note"}}}
        """;

    [Fact]
    public void Between_NamesWhatIsChangedAddedAndRemovedAndCountsTheRest() =>
        Assert.Equal(
            "Note: new Text; Fresh: added; Gone: removed; 1 unchanged",
            Between(Before, """
                {"Resources":{"Kept":{"Type":"Test::Note","Properties":{"Text":"same"}},
                              "Note0A1B2C3D":{"Type":"Test::Note","Properties":{"Text":"two","Number":1}},
                              "Fresh":{"Type":"Test::Note"}}}
                """).Line);

    [Fact]
    public void Between_OfOneAssembly_IsNothing() => Assert.True(Between(Before, Before).IsNothing);

    [Fact]
    public void Between_ComparesWhatReferencesLeadTo() =>
        Assert.Equal(
            "A, B: new Text; 0 unchanged",
            Between(Referring("one"), Referring("two")).Line);

    [Fact]
    public void Between_APropertyThatComesOrGoes_IsNamed() =>
        Assert.Equal(
            "A: new Flag, Text; 0 unchanged",
            Between(
                """{"Resources":{"A":{"Type":"Test::Note","Properties":{"Flag":true}}}}""",
                """{"Resources":{"A":{"Type":"Test::Note","Properties":{"Text":"x"}}}}""").Line);

    [Fact]
    public void Line_OfMany_NamesThreeAndCountsTheOthers()
    {
        var notes = "EDCBA".Select(id => $"\"{id}\":" + """{"Type":"Test::Note"}""");

        var difference = Between(
            """{"Resources":{}}""", """{"Resources":{NOTES}}""".Replace("NOTES", string.Join(',', notes), StringComparison.Ordinal));

        Assert.Equal("A, B, C and 2 more: added; 0 unchanged", difference.Line);
    }

    [Theory]
    [InlineData("Note0A1B2C3D", "Note")]
    [InlineData("Version0A1B2C3D0123456789abcdef0123456789abcdef", "Version")]
    [InlineData("Note", "Note")]
    [InlineData("0A1B2C3D", "0A1B2C3D")]
    public void Name_LeavesOutWhatTheCdkAppends(string logicalId, string name) =>
        Assert.Equal(
            $"{name}: added; 0 unchanged",
            Between("""{"Resources":{}}""", $"{{\"Resources\":{{\"{logicalId}\":{{\"Type\":\"Test::Note\"}}}}}}").Line);

    private static string Referring(string text) => """
        {"Resources":{"A":{"Type":"Test::Note","Properties":{"Text":"TEXT"}},
                      "B":{"Type":"Test::Note","Properties":{"Text":{"Fn::GetAtt":["A","Text"]}}}}}
        """.Replace("TEXT", text, StringComparison.Ordinal);

    private static Difference Between(string before, string after) => Difference.Between(Provisioned(before), Provisioned(after));

    private static ResourceGraph Provisioned(string template)
    {
        using var folder = new AssemblyFolder().With("One", template);
        var graph = folder.Graph();
        graph.ProvisionAll();
        return graph;
    }
}
