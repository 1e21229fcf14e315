using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using Lexicon.Infra.Cdk;

namespace Lexicon.Infra.Site;

/// <summary>The static pages: a private bucket that holds nothing but what the repository can fill it with again.</summary>
internal sealed class PagesBucket : Construct
{
    public PagesBucket(Construct scope, string id, IBucket logs)
        : base(scope, id)
    {
        Bucket = new Bucket(this, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            LifecycleRules =
            [
                new LifecycleRule { Id = "ForgetUnfinishedUploads", AbortIncompleteMultipartUploadAfter = Duration.Days(1) },
            ],
            ServerAccessLogsBucket = logs,
            ServerAccessLogsPrefix = "pages/",
            RemovalPolicy = RemovalPolicy.DESTROY,
            AutoDeleteObjects = true,
        });
        AutoDeletePolicy.Restrict(Bucket);
    }

    public Bucket Bucket { get; }

    /// <summary>
    /// Lets the distribution see which pages there are. Without it S3 answers 403 for a page that does not exist, see
    /// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html; reading was allowed along with its origin.
    /// </summary>
    public void Allow(Distribution distribution) => Bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
    {
        Sid = "CloudFrontKnowsWhatIsMissing",
        Principals = [new ServicePrincipal("cloudfront.amazonaws.com")],
        Actions = ["s3:ListBucket"],
        Resources = [Bucket.BucketArn],
        Conditions = new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object> { ["AWS:SourceArn"] = distribution.DistributionArn },
        },
    }));
}
