namespace Lexicon.Infra.Tests.Monitoring;

/// <summary>With <c>dataEvents=true</c>: who did what to the data.</summary>
public sealed class DataEventsTests
{
    private static Template Operations => Stages.Full.Operations;

    private static Resource Trail => Operations.Only("AWS::CloudTrail::Trail");

    private static Resource Bucket => Operations.Only("AWS::S3::Bucket");

    [Theory, InlineData("dev"), InlineData("prod")]
    public void NothingIsRecorded_UnlessAskedFor(string stage) =>
        Assert.Empty(Stages.Named(stage).Operations.OfType("AWS::CloudTrail::Trail", "AWS::S3::Bucket"));

    [Fact]
    public void Trail_RecordsTheTableAndTheBuckets_AndNothingElse()
    {
        const string Objects =
            "eventCategory is Data and resources.type is AWS::S3::Object and resources.ARN starts with arn:aws:s3:::${import Lexicon-prod-";
        Assert.Equal(
            [
                "eventCategory is Data and resources.type is AWS::DynamoDB::Table and resources.ARN is "
                    + "arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-prod-Data-TableName}",
                Objects + "Data-ImagesBucketName}/",
                Objects + "Site-PagesBucketName}/",
            ],
            Trail.Items("AdvancedEventSelectors")
                .Select(selector => string.Join(" and ", selector["FieldSelectors"]!.AsArray().Select(field =>
                $"{field!["Field"]} {(field["Equals"] is null ? "starts with" : "is")} "
                + $"{Intrinsics.Render(field["Equals"] ?? field["StartsWith"])}"))));
    }

    [Fact]
    public void Trail_WritesFilesWhoseChangeIsNoticed_OnceItMay()
    {
        Trail.Says(
            ("IsLogging", "true"), ("EnableLogFileValidation", "true"), ("IsMultiRegionTrail", "false"),
            ("IncludeGlobalServiceEvents", "false"),
            ("TrailName", "Lexicon-prod-data"), ("S3BucketName", Bucket.Ref), ("EventSelectors", ""));
        Assert.Superset(
            new HashSet<string> { Operations.Only("AWS::S3::BucketPolicy").LogicalId, Bucket.LogicalId }, Trail.DependsOn.ToHashSet());
    }

    [Fact]
    public void Bucket_IsWrittenByThisTrailOnly()
    {
        const string If = "if StringEquals aws:SourceArn arn:aws:cloudtrail:us-east-1:${AWS::AccountId}:trail/Lexicon-prod-data";
        Assert.Equal(
            [
                $"Allow cloudtrail.amazonaws.com s3:GetBucketAcl on {Bucket.Arn} {If}",
                $"Allow cloudtrail.amazonaws.com s3:PutObject on {Bucket.Arn}/AWSLogs/${{AWS::AccountId}}/* {If}",
            ],
            Statement.Of(Operations.Only("AWS::S3::BucketPolicy")["PolicyDocument"]).Where(statement => statement.Effect == "Allow")
                .Select(statement => statement.WithPrincipal()));
    }
}
