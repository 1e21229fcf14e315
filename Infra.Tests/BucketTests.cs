using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>Who can reach what is in a bucket.</summary>
public sealed class BucketTests
{
    [Theory]
    [InEveryVariant]
    public void EveryBucket_IsPrivateAndEncrypted(string stage)
    {
        const string Encryption =
            "BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm";
        foreach (var (_, bucket) in BucketsOf(stage))
        {
            Assert.All(
                ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"],
                block => Assert.Equal("true", bucket.Text($"PublicAccessBlockConfiguration.{block}")));
            Assert.Equal("AES256", bucket.Text(Encryption));
            Assert.Single(bucket["BucketEncryption.ServerSideEncryptionConfiguration"]!.AsArray());
            Assert.Single(bucket["OwnershipControls.Rules"]!.AsArray());
            Assert.Null(bucket["AccessControl"]);
            Assert.Null(bucket["WebsiteConfiguration"]);
        }
    }

    [Theory]
    [InEveryVariant]
    public void EveryBucket_HasOneOwner_ButForTheLogsOfCloudFront_WhichNeedAccessControlLists(string stage) => Assert.Equal(
        [
            "Data ImagesBucket4B6DB8E1: BucketOwnerEnforced",
            "Data LogsBucket5C52C3D2: BucketOwnerEnforced",
            .. stage == "full" ? ["Operations DataEventsBucket48D9FA8A: BucketOwnerEnforced"] : (string[])[],
            "Site LogsBucket5C52C3D2: BucketOwnerPreferred",
            "Site PagesBucket1F9960AC: BucketOwnerEnforced",
        ],
        BucketsOf(stage)
            .Select(pair => $"{pair.Stack.Stack} {pair.Bucket.LogicalId}: {pair.Bucket.Text("OwnershipControls.Rules.0.ObjectOwnership")}")
            .Order(StringComparer.Ordinal));

    [Theory]
    [InEveryVariant]
    public void EveryBucket_RefusesPlainHttpAndOldTls(string stage)
    {
        foreach (var (template, bucket) in BucketsOf(stage))
        {
            var refusals = PolicyOf(bucket, template).Where(statement => statement.Effect == "Deny").ToList();

            Assert.Equal(
                ["Bool aws:SecureTransport false", "NumericLessThan s3:TlsVersion 1.2"],
                refusals.Select(refusal => refusal.Condition));
            Assert.All(refusals, refusal =>
            {
                Assert.Equal(["s3:*"], refusal.Actions);
                Assert.Equal([$"${{{bucket.LogicalId}.Arn}}", $"${{{bucket.LogicalId}.Arn}}/*"], refusal.Resources);
                Assert.Equal("*", refusal.Principal);
            });
        }
    }

    [Theory]
    [InEveryVariant]
    public void EveryBucket_ForgetsUploadsThatWereNeverFinished(string stage) => Assert.All(BucketsOf(stage), pair =>
    {
        var rule = Assert.Single(pair.Bucket["LifecycleConfiguration.Rules"]!.AsArray())!;
        Assert.Equal("Enabled", $"{rule["Status"]}");
        Assert.Equal("1", $"{rule["AbortIncompleteMultipartUpload"]!["DaysAfterInitiation"]}");
    });

    [Theory]
    [InEveryVariant]
    public void Images_CanBeBroughtBackForAMonth(string stage)
    {
        var images = Stages.Named(stage).Data["ImagesBucket4B6DB8E1"];

        Assert.Equal("Enabled", images.Text("VersioningConfiguration.Status"));
        Assert.Equal("30", images.Text("LifecycleConfiguration.Rules.0.NoncurrentVersionExpiration.NoncurrentDays"));
        Assert.Equal("true", images.Text("LifecycleConfiguration.Rules.0.ExpiredObjectDeleteMarker"));
        Assert.Null(images["LifecycleConfiguration.Rules.0.ExpirationInDays"]);
    }

    [Theory]
    [InEveryVariant]
    public void Pages_StayUntilOthersTakeTheirPlace(string stage) => Assert.Equal(
        ["AbortIncompleteMultipartUpload", "Id", "Status"],
        Stages.Named(stage).Site["PagesBucket1F9960AC"]["LifecycleConfiguration.Rules.0"]!.AsObject().Select(member => member.Key));

    [Theory]
    [InEveryVariant]
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
    }

    [Theory]
    [InEveryVariant]
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
    public void NobodyElse_IsAllowedAnything_ButWhatLogsAndWhatEmpties()
    {
        var others =
            from stage in Stages.Variants
            from template in stage.Value.Templates
            from policy in template.OfType("AWS::S3::BucketPolicy")
            from statement in Statement.Of(policy["PolicyDocument"])
            where statement.Effect == "Allow" && statement.Principal != "cloudfront.amazonaws.com"
            select $"{stage.Key} {template.Stack}: {statement.Principal}";

        const string Emptying = "${CustomS3AutoDeleteObjectsCustomResourceProviderRole3B1BD092.Arn}";
        const string Logging = "logging.s3.amazonaws.com";
        const string Trail = "cloudtrail.amazonaws.com";
        Assert.Equal(
            [
                $"dev Data: {Emptying}", $"dev Data: {Emptying}", $"dev Data: {Logging}",
                $"dev Site: {Emptying}", $"dev Site: {Emptying}", $"dev Site: {Logging}",
                $"full Data: {Logging}",
                $"full Operations: {Trail}", $"full Operations: {Trail}",
                $"full Site: {Emptying}", $"full Site: {Logging}",
                $"prod Data: {Logging}",
                $"prod Site: {Emptying}", $"prod Site: {Logging}",
            ],
            others.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InEveryVariant]
    public void WhatEmptiesABucket_MayDoWhatThatTakes(string stage)
    {
        foreach (var (template, bucket) in BucketsOf(stage))
        {
            var emptying = PolicyOf(bucket, template)
                .Where(statement => statement.Principal.Contains("AutoDeleteObjects", StringComparison.Ordinal));

            Assert.All(emptying, statement =>
            {
                Assert.Equal(("Allow", ""), (statement.Effect, statement.Condition));
                Assert.Equal(
                    [
                        "s3:GetBucketTagging", "s3:GetBucketPolicy", "s3:PutBucketPolicy",
                        "s3:ListBucketVersions", "s3:DeleteObject", "s3:DeleteObjectVersion",
                    ],
                    statement.Actions);
                Assert.Equal([$"${{{bucket.LogicalId}.Arn}}", $"${{{bucket.LogicalId}.Arn}}/*"], statement.Resources);
            });
        }
    }

    private static IEnumerable<(Template Stack, Resource Bucket)> BucketsOf(string stage) =>
        from template in Stages.Named(stage).Templates
        from bucket in template.OfType("AWS::S3::Bucket")
        select (template, bucket);

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
