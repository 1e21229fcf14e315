using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>Who asked for what is written down, kept as long as every other log, and no longer.</summary>
public sealed class AccessLogTests
{
    [Theory]
    [InlineData("Data", "ImagesBucket4B6DB8E1", "images/")]
    [InlineData("Site", "PagesBucket1F9960AC", "pages/")]
    public void RequestsOfBuckets_AreWrittenIntoTheLogBucketOfTheirStack(string stack, string bucket, string prefix)
    {
        foreach (var stage in Stages.Variants.Values)
        {
            var logging = stage.Stack(stack)[bucket];

            Assert.Equal(
                ("${LogsBucket5C52C3D2}", prefix),
                (logging.Text("LoggingConfiguration.DestinationBucketName"), logging.Text("LoggingConfiguration.LogFilePrefix")));
        }
    }

    [Theory]
    [InlineData("Data", "${ImagesBucket4B6DB8E1.Arn}", "${LogsBucket5C52C3D2.Arn}/images/*")]
    [InlineData("Site", "${PagesBucket1F9960AC.Arn}", "${LogsBucket5C52C3D2.Arn}/pages/*")]
    public void LogBucket_TakesLogsOfThatBucketOnly(string stack, string source, string target)
    {
        foreach (var stage in Stages.Variants.Values)
        {
            var writing = Assert.Single(
                stage.Stack(stack).OfType("AWS::S3::BucketPolicy").SelectMany(policy => Statement.Of(policy["PolicyDocument"])),
                statement => statement.Principal == "logging.s3.amazonaws.com");

            Assert.Equal("Allow", writing.Effect);
            Assert.Equal(["s3:PutObject"], writing.Actions);
            Assert.Equal([target], writing.Resources);
            Assert.Equal(
                $"ArnLike aws:SourceArn {source} and StringEquals aws:SourceAccount ${{AWS::AccountId}}",
                writing.Condition);
        }
    }

    [Theory]
    [InEveryVariant]
    public void RequestsOfTheDistribution_AreWrittenWithoutCookies(string stage)
    {
        var distribution = Stages.Named(stage).Site.Only("AWS::CloudFront::Distribution");

        Assert.Equal("${LogsBucket5C52C3D2.RegionalDomainName}", distribution.Text("DistributionConfig.Logging.Bucket"));
        Assert.Equal("edge/", distribution.Text("DistributionConfig.Logging.Prefix"));
        Assert.Equal("false", distribution.Text("DistributionConfig.Logging.IncludeCookies"));
    }

    [Fact]
    public void Distribution_IsGone_BeforeItsLogBucketIsEmptied()
    {
        // What is made before something is deleted after it.
        var site = Stages.Dev.Site;
        var emptying = site.OfType("Custom::S3AutoDeleteObjects").Single(emptied => emptied.Text("BucketName") == "${LogsBucket5C52C3D2}");

        Assert.Contains(emptying.LogicalId, new CreationOrder(site).Before(site.Only("AWS::CloudFront::Distribution").LogicalId));
    }

    [Theory]
    [InlineData("dev", "7")]
    [InlineData("prod", "180")]
    [InlineData("full", "180")]
    public void AccessLogs_AreForgottenWithTheOthers(string stage, string days)
    {
        foreach (var template in (Template[])[Stages.Named(stage).Data, Stages.Named(stage).Site])
        {
            Assert.Equal(
                days,
                template["LogsBucket5C52C3D2"].Text("LifecycleConfiguration.Rules.0.ExpirationInDays"));
        }
    }
}
