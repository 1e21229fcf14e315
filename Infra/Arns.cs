using Amazon.CDK;

namespace Lexicon.Infra;

/// <summary>
/// The names of resources in this account, as policies take them: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html.
/// Every Region that a stage can be in belongs to the partition <c>aws</c>. They are put together here: to have CDK do it takes a
/// call to its library each, and there are a hundred.
/// </summary>
internal sealed class Arns(string region)
{
    /// <summary>The name of a resource in the stage's Region: <c>Of("lambda", "function:Lexicon-dev-Api-GetTerm")</c>.</summary>
    public string Of(string service, string resource) => $"arn:aws:{service}:{region}:{Aws.ACCOUNT_ID}:{resource}";

    /// <summary>The name of a resource that is in no Region: <c>Global("cloudfront", "distribution/E1")</c>.</summary>
    public static string Global(string service, string resource) => $"arn:aws:{service}::{Aws.ACCOUNT_ID}:{resource}";

    /// <summary>The name of a bucket, which the whole partition knows, or of objects in it: <c>Bucket("pages/*")</c>.</summary>
    public static string Bucket(string path) => $"arn:aws:s3:::{path}";
}
