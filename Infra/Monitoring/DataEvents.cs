using Amazon.CDK;
using Amazon.CDK.AWS.CloudTrail;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using Lexicon.Infra.Data;
using Lexicon.Infra.Security;
using Lexicon.Infra.Site;

namespace Lexicon.Infra.Monitoring;

/// <summary>
/// A trail of every read and write of the table and of the buckets, and of nothing else: who did what to the data, in files
/// whose change would be noticed. See
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html and
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html.
/// </summary>
internal sealed class DataEvents : Construct
{
    private readonly ServicePrincipal _cloudTrail = new("cloudtrail.amazonaws.com");

    public DataEvents(Construct scope, string id, StageSettings settings, DataStack data, SiteStack site)
        : base(scope, id)
    {
        var stack = Stack.Of(this);
        var name = $"Lexicon-{settings.Name}-data";
        var arn = stack.FormatArn(new ArnComponents { Service = "cloudtrail", Resource = "trail", ResourceName = name });
        var table = stack.FormatArn(new ArnComponents { Service = "dynamodb", Resource = "table", ResourceName = data.TableName });
        var images = Bucket.FromBucketName(this, "Images", data.ImagesBucketName);
        var pages = Bucket.FromBucketName(this, "Pages", site.PagesBucketName);
        var bucket = new LogBucket(this, "Events", settings).Bucket;
        bucket.Waive(new Waiver(
            "AwsSolutions-S1",
            "It holds the record of who used the data; a log of its own use would be the log of a log, without an end."));
        AllowTrail(bucket, arn, "s3:GetBucketAcl", bucket.BucketArn);
        AllowTrail(bucket, arn, "s3:PutObject", bucket.ArnForObjects($"AWSLogs/{Aws.ACCOUNT_ID}/*"));

        var trail = new CfnTrail(this, "Trail", new CfnTrailProps
        {
            TrailName = name,
            S3BucketName = bucket.BucketName,
            IsLogging = true,
            IsMultiRegionTrail = false,
            IncludeGlobalServiceEvents = false,
            EnableLogFileValidation = true,
            AdvancedEventSelectors = new[]
            {
                Select("Table", "AWS::DynamoDB::Table", table),
                Select("Images", "AWS::S3::Object", images.ArnForObjects("")),
                Select("Pages", "AWS::S3::Object", pages.ArnForObjects("")),
            },
        });

        // It stops writing before its bucket is emptied and removed.
        trail.Node.AddDependency(bucket);
    }

    private void AllowTrail(Bucket bucket, string trailArn, string action, string resource) =>
        bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [_cloudTrail],
            Actions = [action],
            Resources = [resource],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, string> { ["aws:SourceArn"] = trailArn },
            },
        }));

    // Objects are told apart by how their ARN starts, a table by its whole ARN.
    private static CfnTrail.AdvancedEventSelectorProperty Select(string name, string type, string arn) => new()
    {
        Name = name,
        FieldSelectors = new[]
        {
            new CfnTrail.AdvancedFieldSelectorProperty { Field = "eventCategory", EqualTo = ["Data"] },
            new CfnTrail.AdvancedFieldSelectorProperty { Field = "resources.type", EqualTo = [type] },
            arn.EndsWith('/')
                ? new CfnTrail.AdvancedFieldSelectorProperty { Field = "resources.ARN", StartsWith = [arn] }
                : new CfnTrail.AdvancedFieldSelectorProperty { Field = "resources.ARN", EqualTo = [arn] },
        },
    };
}
