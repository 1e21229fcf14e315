using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.S3.Deployment;
using Constructs;
using CacheControl = Amazon.CDK.AWS.S3.Deployment.CacheControl;

namespace Lexicon.Infra.Site;

/// <summary>The static pages: a private bucket that holds nothing but what the repository can fill it with again.</summary>
internal sealed class PagesBucket : Construct
{
    public PagesBucket(Construct scope, string id)
        : base(scope, id)
    {
        Bucket = new Bucket(this, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            RemovalPolicy = RemovalPolicy.DESTROY,
            AutoDeleteObjects = true,
        });
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
            ["StringEquals"] = new Dictionary<string, object> { ["AWS:SourceArn"] = ArnOf(distribution) },
        },
    }));

    /// <summary>Fills the bucket with the pages and with <c>config.json</c>, the one thing that they must be told.</summary>
    public void Deploy(string pages, Distribution distribution, string issuer, string clientId)
    {
        var config = new Dictionary<string, string>
        {
            // A deployment takes a Ref, GetAtt or Select into a file, but not a bare import of another stack's value.
            ["issuer"] = Fn.Select(0, Fn.Split(" ", issuer)),
            ["clientId"] = clientId,
        };

        _ = new BucketDeployment(this, "Content", new BucketDeploymentProps
        {
            Sources = [Source.Asset(pages), Source.JsonData("config.json", config)],
            DestinationBucket = Bucket,
            Prune = true,

            // No file has its hash in its name, so a browser asks each time and mostly hears 304; the edge, which a deployment
            // invalidates, keeps every file for a day.
            CacheControl = [CacheControl.FromString("public, max-age=0, s-maxage=86400, must-revalidate")],
            Distribution = distribution,
            DistributionPaths = ["/*"],
            MemoryLimit = 256,
        });
    }

    private string ArnOf(Distribution distribution) => Stack.Of(this).FormatArn(new ArnComponents
    {
        Service = "cloudfront",
        Region = "",
        Resource = "distribution",
        ResourceName = distribution.DistributionId,
    });
}
