using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Lexicon.Infra.Data;

/// <summary>
/// The images of terms: private, encrypted, reached over TLS alone. Its policy is complete here: it lets the CloudFront
/// distributions of this account read, since naming the one distribution would make the data refer to the site.
/// See https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html.
/// </summary>
internal sealed class ImagesBucket : Construct
{
    public ImagesBucket(Construct scope, string id, StageSettings settings)
        : base(scope, id)
    {
        Bucket = new Bucket(this, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            Versioned = true,
            RemovalPolicy = settings.RemovalOfData,
            AutoDeleteObjects = !settings.KeepsData,
        });

        Bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "CloudFrontReads",
            Principals = [new ServicePrincipal("cloudfront.amazonaws.com")],
            Actions = ["s3:GetObject"],
            Resources = [Bucket.ArnForObjects("*")],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Aws.ACCOUNT_ID },
                ["ArnLike"] = new Dictionary<string, object>
                {
                    ["aws:SourceArn"] = AnyDistribution(),
                },
            },
        }));
    }

    public Bucket Bucket { get; }

    private string AnyDistribution() => Stack.Of(this).FormatArn(new ArnComponents
    {
        Service = "cloudfront",
        Region = "",
        Resource = "distribution",
        ResourceName = "*",
    });
}
