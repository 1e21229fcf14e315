using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Operations;

/// <summary>With <c>dataEvents=true</c>: who did what to the data.</summary>
public sealed class DataEventsTests
{
    private const string Trail = "arn:aws:cloudtrail:us-east-1:${AWS::AccountId}:trail/Lexicon-prod-data";

    private static Template Operations => Stages.Full.Operations;

    [Theory]
    [InBothStages]
    public void NothingIsRecorded_UnlessAskedFor(string stage)
    {
        Assert.Empty(Stages.Named(stage).Operations.OfType("AWS::CloudTrail::Trail"));
        Assert.Empty(Stages.Named(stage).Operations.OfType("AWS::S3::Bucket"));
    }

    [Fact]
    public void Trail_RecordsTheTableAndTheBuckets_AndNothingElse()
    {
        var selectors = Operations.Only("AWS::CloudTrail::Trail")["AdvancedEventSelectors"]!.AsArray().Select(selector => string.Join(
            " and ",
            selector!["FieldSelectors"]!.AsArray().Select(field =>
                $"{field!["Field"]} {(field["Equals"] is null ? "starts with" : "is")} {Intrinsics.Render(field["Equals"] ?? field["StartsWith"])}")));

        Assert.Equal(
            [
                "eventCategory is Data and resources.type is AWS::DynamoDB::Table and resources.ARN is " +
                "arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-prod-Data-TableName}",
                "eventCategory is Data and resources.type is AWS::S3::Object and resources.ARN starts with " +
                "arn:aws:s3:::${import Lexicon-prod-Data-ImagesBucketName}/",
                "eventCategory is Data and resources.type is AWS::S3::Object and resources.ARN starts with " +
                "arn:aws:s3:::${import Lexicon-prod-Site-PagesBucketName}/",
            ],
            selectors);
        Assert.Null(Operations.Only("AWS::CloudTrail::Trail")["EventSelectors"]);
    }

    [Fact]
    public void Trail_WritesFilesWhoseChangeIsNoticed()
    {
        var trail = Operations.Only("AWS::CloudTrail::Trail");

        Assert.Equal(("true", "true"), (trail.Text("IsLogging"), trail.Text("EnableLogFileValidation")));
        Assert.Equal(("false", "false"), (trail.Text("IsMultiRegionTrail"), trail.Text("IncludeGlobalServiceEvents")));
        Assert.Equal("Lexicon-prod-data", trail.Text("TrailName"));
        Assert.Equal($"${{{Bucket.LogicalId}}}", trail.Text("S3BucketName"));
    }

    [Fact]
    public void Trail_ComesAfterThePolicyOfItsBucket_AndStopsBeforeTheBucketGoes() =>
        Assert.Subset(
            Operations.Only("AWS::CloudTrail::Trail").DependsOn.ToHashSet(),
            new HashSet<string> { Operations.Only("AWS::S3::BucketPolicy").LogicalId, Bucket.LogicalId });

    [Fact]
    public void Bucket_IsPrivateEncryptedAndKept()
    {
        Assert.All(
            ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"],
            block => Assert.Equal("true", Bucket.Text($"PublicAccessBlockConfiguration.{block}")));
        Assert.Equal(
            "AES256",
            Bucket.Text("BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm"));
        Assert.Equal("BucketOwnerEnforced", Bucket.Text("OwnershipControls.Rules.0.ObjectOwnership"));
        Assert.Equal(("Retain", "Retain"), (Bucket.DeletionPolicy, Bucket.UpdateReplacePolicy));
    }

    [Fact]
    public void Events_AreKeptAsLongAsLogs() =>
        Assert.Equal(
            Stages.Full.Data.OfType("AWS::S3::Bucket").Single(bucket => bucket.LogicalId.StartsWith("Logs", StringComparison.Ordinal))["LifecycleConfiguration"]!.ToJsonString(),
            Bucket["LifecycleConfiguration"]!.ToJsonString());

    [Fact]
    public void Bucket_IsWrittenByThisTrailOnly_OverTls()
    {
        var statements = Statement.Of(Operations.Only("AWS::S3::BucketPolicy")["PolicyDocument"]).Select(statement =>
            $"{statement.Effect} {statement.Principal} {string.Join(", ", statement.Actions)} on " +
            $"{string.Join(", ", statement.Resources)} if {statement.Condition}");
        var arn = $"${{{Bucket.LogicalId}.Arn}}";

        Assert.Equal(
            [
                $"Deny * s3:* on {arn}, {arn}/* if Bool aws:SecureTransport false",
                $"Deny * s3:* on {arn}, {arn}/* if NumericLessThan s3:TlsVersion 1.2",
                $"Allow cloudtrail.amazonaws.com s3:GetBucketAcl on {arn} if StringEquals aws:SourceArn {Trail}",
                $"Allow cloudtrail.amazonaws.com s3:PutObject on {arn}/AWSLogs/${{AWS::AccountId}}/* if StringEquals aws:SourceArn {Trail}",
            ],
            statements);
    }

    private static Resource Bucket => Operations.Only("AWS::S3::Bucket");
}
