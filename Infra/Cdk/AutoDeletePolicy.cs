using Amazon.CDK.AWS.S3;

namespace Lexicon.Infra.Cdk;

/// <summary>
/// What the function may do that empties a bucket before CloudFormation deletes it. CDK's policy for it has wildcards; these
/// are the calls that it makes: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html.
/// </summary>
internal static class AutoDeletePolicy
{
    private static readonly string[] Actions =
    [
        // Is it still to be emptied? Then let nobody write any more, and delete every version of everything.
        "s3:GetBucketTagging", "s3:GetBucketPolicy", "s3:PutBucketPolicy",
        "s3:ListBucketVersions", "s3:DeleteObject", "s3:DeleteObjectVersion",
    ];

    /// <summary>Narrows the bucket's policy to that; it has the two statements on TLS before, as every bucket of ours.</summary>
    public static void Restrict(Bucket bucket) =>
        ((CfnBucketPolicy)bucket.Policy!.Node.DefaultChild!).AddPropertyOverride("PolicyDocument.Statement.2.Action", Actions);
}
