using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>Who can reach what is in a bucket.</summary>
public sealed class BucketTests
{
    [Fact]
    public void EveryBucket_IsPrivateAndEncryptedAndHasOneOwner()
    {
        const string Encryption =
            "BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm";
        var templates = Stages.All.SelectMany(stage => stage.Templates);
        foreach (var bucket in templates.SelectMany(template => template.OfType("AWS::S3::Bucket")))
        {
            Assert.All(
                ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"],
                block => Assert.Equal("true", bucket.Text($"PublicAccessBlockConfiguration.{block}")));
            Assert.Equal("AES256", bucket.Text(Encryption));
            Assert.Equal("BucketOwnerEnforced", bucket.Text("OwnershipControls.Rules.0.ObjectOwnership"));
            Assert.Null(bucket["AccessControl"]);
            Assert.Null(bucket["WebsiteConfiguration"]);
        }
    }

    [Fact]
    public void EveryBucket_RefusesPlainHttp()
    {
        foreach (var template in Stages.All.SelectMany(stage => stage.Templates))
        {
            foreach (var bucket in template.OfType("AWS::S3::Bucket"))
            {
                var refusal = Assert.Single(PolicyOf(bucket, template), statement => statement.Effect == "Deny");

                Assert.Equal(["s3:*"], refusal.Actions);
                Assert.Equal([$"${{{bucket.LogicalId}.Arn}}", $"${{{bucket.LogicalId}.Arn}}/*"], refusal.Resources);
                Assert.Equal("*", refusal.Principal);
                Assert.Equal("Bool aws:SecureTransport false", refusal.Condition);
            }
        }
    }

    [Theory]
    [InBothStages]
    public void Images_AreReadByDistributionsOfThisAccountOnly(string stage)
    {
        var data = Stages.Named(stage).Data;
        var reading = Assert.Single(AllowedTo("cloudfront.amazonaws.com", data));

        Assert.Equal(["s3:GetObject"], reading.Actions);
        Assert.Equal(["${ImagesBucket4B6DB8E1.Arn}/*"], reading.Resources);
        Assert.Equal(
            "StringEquals aws:SourceAccount ${AWS::AccountId} and " +
            "ArnLike aws:SourceArn arn:aws:cloudfront::${AWS::AccountId}:distribution/*",
            reading.Condition);
        Assert.Equal("Enabled", data.Only("AWS::S3::Bucket").Text("VersioningConfiguration.Status"));
    }

    [Theory]
    [InBothStages]
    public void Pages_AreReadAndListedByTheirDistributionOnly(string stage)
    {
        var statements = AllowedTo("cloudfront.amazonaws.com", Stages.Named(stage).Site);

        // s3:ListBucket is what makes a page that does not exist a 404 instead of a 403.
        Assert.Equal(
            ["s3:GetObject on ${PagesBucket1F9960AC.Arn}/*", "s3:ListBucket on ${PagesBucket1F9960AC.Arn}"],
            statements.Select(statement => $"{Assert.Single(statement.Actions)} on {Assert.Single(statement.Resources)}"));
        Assert.All(statements, statement => Assert.Equal(
            "StringEquals AWS:SourceArn arn:aws:cloudfront::${AWS::AccountId}:distribution/${EdgeDistribution0060737B}",
            statement.Condition.Replace("${AWS::Partition}", "aws", StringComparison.Ordinal)));
    }

    [Fact]
    public void NobodyElse_IsAllowedAnything_ButWhatEmptiesTheBucket()
    {
        var others =
            from stage in Stages.All
            from template in stage.Templates
            from policy in template.OfType("AWS::S3::BucketPolicy")
            from statement in Statement.Of(policy["PolicyDocument"])
            where statement.Effect == "Allow" && statement.Principal != "cloudfront.amazonaws.com"
            select $"{stage.Name} {template.Stack}: {statement.Principal}";

        const string Emptying = "${CustomS3AutoDeleteObjectsCustomResourceProviderRole3B1BD092.Arn}";
        Assert.Equal([$"dev Data: {Emptying}", $"dev Site: {Emptying}", $"prod Site: {Emptying}"], others);
    }

    private static IReadOnlyList<Statement> AllowedTo(string principal, Template template) =>
    [
        .. template.OfType("AWS::S3::BucketPolicy")
            .SelectMany(policy => Statement.Of(policy["PolicyDocument"]))
            .Where(statement => statement.Effect == "Allow" && statement.Principal == principal),
    ];

    private static IEnumerable<Statement> PolicyOf(Resource bucket, Template template) =>
        from policy in template.OfType("AWS::S3::BucketPolicy")
        where policy.Text("Bucket") == $"${{{bucket.LogicalId}}}"
        from statement in Statement.Of(policy["PolicyDocument"])
        select statement;
}
