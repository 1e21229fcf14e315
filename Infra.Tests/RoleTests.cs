using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What holds for every role, those of the functions that CDK writes too.</summary>
public sealed class RoleTests
{
    /// <summary>
    /// Every star in an action, or in place of a resource. X-Ray's actions name no resource; the rest belongs to the function
    /// with which CDK copies the pages: from the bucket of its assets, to the pages, and then to the edge.
    /// </summary>
    private static readonly string[] s_explained =
    [
        "CDKBucketDeployment: cloudfront:CreateInvalidation on *",
        "CDKBucketDeployment: cloudfront:GetInvalidation on *",
        "CDKBucketDeployment: s3:Abort* on ${PagesBucket1F9960AC.Arn}",
        "CDKBucketDeployment: s3:DeleteObject* on ${PagesBucket1F9960AC.Arn}",
        "CDKBucketDeployment: s3:GetBucket* on ${PagesBucket1F9960AC.Arn}",
        "CDKBucketDeployment: s3:GetBucket* on arn:aws:s3:::cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1",
        "CDKBucketDeployment: s3:GetObject* on ${PagesBucket1F9960AC.Arn}",
        "CDKBucketDeployment: s3:GetObject* on arn:aws:s3:::cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1",
        "CDKBucketDeployment: s3:List* on ${PagesBucket1F9960AC.Arn}",
        "CDKBucketDeployment: s3:List* on arn:aws:s3:::cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1",
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
            let bucket = resource.EndsWith("/*", StringComparison.Ordinal) ? resource[..^2] : resource
            select $"{OwnerOf(role)}: {action} on {bucket}";

        Assert.Equal(s_explained, wildcards.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OnlyFunctionsThatCdkWrites_HavePoliciesThatAwsManages()
    {
        var roles =
            from stage in Stages.All
            from template in stage.Templates
            from role in template.OfType("AWS::IAM::Role")
            where role["ManagedPolicyArns"] is not null
            select $"{stage.Name} {template.Stack} {role.Construct.Split('/')[2]}";

        Assert.All(roles, role => Assert.Contains("Custom::", role, StringComparison.Ordinal));
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

    private static string OwnerOf(Resource role) =>
        role.Construct.Contains("Custom::CDKBucketDeployment", StringComparison.Ordinal) ? "CDKBucketDeployment" : "operation";
}
