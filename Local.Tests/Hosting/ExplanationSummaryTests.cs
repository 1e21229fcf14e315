using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.OnAws;
using Lexicon.Local.Tests.CloudFormation;

namespace Lexicon.Local.Tests.Hosting;

public sealed class ExplanationSummaryTests
{
    private static readonly ResourceTypes Types = new([.. Notes.All, .. OnAwsTypes.All, new CdkMetadata()]);

    [Fact]
    public void Summary_CountsEachResourceOnce()
    {
        using var folder = new AssemblyFolder()
            .With("One", """
                {"Resources":{"A":{"Type":"Test::Note"},"B":{"Type":"Test::Note","Properties":{"Text":"b"}},
                              "Alarm":{"Type":"AWS::CloudWatch::Alarm"},"Statistics":{"Type":"AWS::CDK::Metadata"},
                              "Thing":{"Type":"Custom::Thing","Properties":{"ServiceToken":{"Fn::GetAtt":["Provider","Arn"]}}},
                              "Provider":{"Type":"AWS::Lambda::Function"}}}
                """)
            .With("Two", """
                {"Resources":{"A":{"Type":"Test::Note","Properties":{"Color":"red","Size":7}},"C":{"Type":"AWS::EC2::Instance"}}}
                """);
        var assembly = folder.Load();
        var check = new TemplateCheck(assembly, Types).Run();

        Assert.Equal(3, check.Refused.Length);
        Assert.Equal(
            "8 resources: 3 run here, 1 replaced by the runner, 2 without local meaning, 2 refused.",
            ExplanationSummary.Of(assembly, Types, check.Refusals.Select(finding => finding.Place).ToHashSet()).ToString());
    }
}
