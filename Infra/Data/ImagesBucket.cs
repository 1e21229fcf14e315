using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using Lexicon.Functions.Images;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Context;

namespace Lexicon.Infra.Data;

/// <summary>
/// The images of terms: private, encrypted, reached over TLS alone. Its policy is complete here: it lets the CloudFront
/// distributions of this account read what is published, since naming the one distribution would make the data refer to the site.
/// See https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html.
/// </summary>
internal sealed class ImagesBucket : Construct
{
    public ImagesBucket(Construct scope, string id, StageSettings settings, IBucket logs)
        : base(scope, id)
    {
        Bucket = new Bucket(this, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            Versioned = true,
            LifecycleRules =
            [
                new LifecycleRule
                {
                    // What was replaced or deleted by mistake can be brought back for a month.
                    Id = "ForgetWhatWasReplaced",
                    NoncurrentVersionExpiration = Duration.Days(30),
                    ExpiredObjectDeleteMarker = true,
                    AbortIncompleteMultipartUploadAfter = Duration.Days(1),
                },
                new LifecycleRule
                {
                    // What was checked is deleted at once; this is what never was.
                    Id = "ForgetUploads",
                    Prefix = ImageKeys.UploadPrefix,
                    Expiration = Duration.Days(1),
                    NoncurrentVersionExpiration = Duration.Days(1),
                },
            ],
            Cors = [Uploads(settings.Options.Domain)],
            ServerAccessLogsBucket = logs,
            ServerAccessLogsPrefix = "images/",
            RemovalPolicy = settings.RemovalOfData,
            AutoDeleteObjects = !settings.KeepsData,
        });

        // As the property of the bucket: CDK's own eventBridgeEnabled would do the same by a function of its own, which may change the
        // notifications of every bucket of the account.
        ((CfnBucket)Bucket.Node.DefaultChild!).NotificationConfiguration = new CfnBucket.NotificationConfigurationProperty
        {
            EventBridgeConfiguration = new CfnBucket.EventBridgeConfigurationProperty { EventBridgeEnabled = true },
        };

        if (!settings.KeepsData)
        {
            AutoDeletePolicy.Restrict(Bucket);
        }

        Bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "CloudFrontReads",
            Principals = [new ServicePrincipal("cloudfront.amazonaws.com")],
            Actions = ["s3:GetObject"],
            Resources = [Bucket.ArnForObjects($"{ImageKeys.PublishedPrefix}*")],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Aws.ACCOUNT_ID },
                ["ArnLike"] = new Dictionary<string, object>
                {
                    ["aws:SourceArn"] = Stack.Of(this).FormatArn(new ArnComponents
                    {
                        Service = "cloudfront",
                        Region = "",
                        Resource = "distribution",
                        ResourceName = "*",
                    }),
                },
            },
        }));
    }

    public Bucket Bucket { get; }

    // A form with a signed policy is posted here by the site's pages. Without a domain of its own the site's address is known
    // to a later stack only; the policy in the form, not this rule, says who may upload what.
    private static CorsRule Uploads(SiteDomain? domain) => new()
    {
        Id = "Uploads",
        AllowedMethods = [HttpMethods.POST],
        AllowedOrigins = [domain is null ? "https://*.cloudfront.net" : $"https://{domain.Name}"],
        MaxAge = 3600,
    };
}
