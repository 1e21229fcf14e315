using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.OnAws;
using Lexicon.Local.Tests.CloudFormation;

namespace Lexicon.Local.Tests.Hosting;

public sealed class ExplainedStackTests
{
    private static readonly ResourceTypes Types = new([.. Notes.All, .. OnAwsTypes.All]);

    private const string Template = """
        {"Conditions":{"Never":{"Fn::Equals":["a","b"]},"Always":{"Fn::Equals":["a","a"]}},
         "Resources":{"A":{"Type":"Test::Note"},"Alarm":{"Type":"AWS::CloudWatch::Alarm"},"B":{"Type":"Test::Note","Condition":"Always"},
                      "C":{"Type":"Test::Note","Condition":"Never"},"D":{"Type":"AWS::EC2::Instance"}}}
        """;

    [Fact]
    public void ResourcesThatBecomeTheSame_ShareALine() => Assert.Equal(
        ["Test::Note (2 resources): a note", $"Alarm (AWS::CloudWatch::Alarm): {Alarm}", "D (AWS::EC2::Instance): refused"],
        Lines(all: false));

    [Fact]
    public void All_IsALineForEachResourceThatIsMade() => Assert.Equal(
        [
            "A (Test::Note): a note", $"Alarm (AWS::CloudWatch::Alarm): {Alarm}", "B (Test::Note): a note",
            "D (AWS::EC2::Instance): refused",
        ],
        Lines(all: true));

    [Fact]
    public void Summary_CountsTheResourcesThatAStartCounts()
    {
        using var folder = new AssemblyFolder().With("One", Template.Replace("AWS::EC2::Instance", "Test::Note", StringComparison.Ordinal));
        var assembly = folder.Load();

        Assert.Equal(4, new ResourceGraph(assembly, Types).Nodes.Count());
        Assert.StartsWith(
            "4 resources: ", ExplanationSummary.Of(assembly, Types, new HashSet<string>()).ToString(), StringComparison.Ordinal);
    }

    private static string Alarm => Types.Find("AWS::CloudWatch::Alarm")!.Becomes;

    private static IEnumerable<string> Lines(bool all)
    {
        using var folder = new AssemblyFolder().With("One", Template);
        var assembly = folder.Load();
        return [.. ExplainedStack.Lines(assembly, assembly.Stacks[0], Types, all)];
    }
}
