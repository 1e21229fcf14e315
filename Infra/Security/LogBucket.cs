using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;
using Lexicon.Infra.Cdk;

namespace Lexicon.Infra.Security;

/// <summary>
/// Where the buckets of a stack, and its distribution, write down who asked them for what. What is in it goes by itself after
/// the time that logs are kept; in prod the bucket outlives its stack, since what a removal destroys is not evidence.
/// </summary>
internal sealed class LogBucket : Construct
{
    /// <summary>
    /// Makes the bucket. Only CloudFront's access logs need <paramref name="acceptsAccessControlLists"/>: it writes them as the
    /// account's owner by an access control list, which <c>BucketOwnerEnforced</c> refuses, see
    /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html.
    /// </summary>
    public LogBucket(Construct scope, string id, StageSettings settings, bool acceptsAccessControlLists = false)
        : base(scope, id)
    {
        Bucket = new Bucket(this, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = acceptsAccessControlLists
                ? ObjectOwnership.BUCKET_OWNER_PREFERRED
                : ObjectOwnership.BUCKET_OWNER_ENFORCED,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            LifecycleRules =
            [
                new LifecycleRule
                {
                    Id = "ForgetLogs",
                    Expiration = settings.LogLifetime,
                    AbortIncompleteMultipartUploadAfter = Duration.Days(1),
                },
            ],
            RemovalPolicy = settings.RemovalOfData,
            AutoDeleteObjects = !settings.KeepsData,
        });

        if (!settings.KeepsData)
        {
            AutoDeletePolicy.Restrict(Bucket);
        }
    }

    public Bucket Bucket { get; }
}
