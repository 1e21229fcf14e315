using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What holds for every role, those of the functions that CDK writes too.</summary>
public sealed class RoleTests
{
    /// <summary>
    /// Every star in an action, or in place of a resource. X-Ray's actions name no resource.
    /// </summary>
    private static readonly string[] s_explained =
    [
        "operation: xray:PutTelemetryRecords on *",
        "operation: xray:PutTraceSegments on *",
    ];

    [Theory]
    [InBothStages]
    public void EveryWildcard_IsExplained(string stage)
    {
        var wildcards =
            from template in Stages.Named(stage).Templates
            from role in template.OfType("AWS::IAM::Role")
            from statement in Statement.Of(role, template)
            from action in statement.Actions
            from resource in statement.Resources
            where action.Contains('*', StringComparison.Ordinal) || resource == "*"
            select $"operation: {action} on {resource}";

        Assert.Equal(s_explained, wildcards.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InBothStages]
    public void NoRole_HasAPolicyThatAwsManages(string stage)
    {
        foreach (var role in Stages.Named(stage).Templates.SelectMany(template => template.OfType("AWS::IAM::Role")))
        {
            Assert.Null(role["ManagedPolicyArns"]);
        }
    }

    [Theory]
    [InBothStages]
    public void EachRole_IsAssumedByLambdaOnly(string stage)
    {
        foreach (var template in Stages.Named(stage).Templates)
        {
            foreach (var role in template.OfType("AWS::IAM::Role"))
            {
                var trust = Assert.Single(Statement.Of(role["AssumeRolePolicyDocument"]));
                Assert.Equal(("Allow", "lambda.amazonaws.com"), (trust.Effect, trust.Principal));
                Assert.Equal(["sts:AssumeRole"], trust.Actions);
            }
        }
    }
}
