namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each bucket blocks public access in all four ways, has one owner of all that is in it, and is no web site. CloudFront alone needs
/// access control lists to write its logs: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html.
/// </summary>
public sealed class BucketIsPrivate : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Bucket/Properties/PublicAccessBlockConfiguration"),
        Set("/Bucket/Properties/PublicAccessBlockConfiguration/BlockPublicPolicy", "false"),
        Set("/Bucket/Properties/OwnershipControls/Rules/0/ObjectOwnership", "\"ObjectWriter\""),
        Set("/Bucket/Properties/OwnershipControls/Rules/0/ObjectOwnership", "\"BucketOwnerPreferred\""),
        Set("/Bucket/Properties/AccessControl", "\"PublicRead\""),
        Set("/Bucket/Properties/WebsiteConfiguration", """{"IndexDocument":"index.html"}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from bucket in template.OfType("AWS::S3::Bucket")
        let takesLogsOfCloudFront = template.OfType("AWS::CloudFront::Distribution").Any(distribution =>
            template.Find(distribution.Text("DistributionConfig.Logging.Bucket"))?.LogicalId == bucket.LogicalId)
        where !Blocks.All(block => bucket.Text($"PublicAccessBlockConfiguration.{block}") == "true")
            || bucket.Items("OwnershipControls.Rules").Select(rule => $"{rule["ObjectOwnership"]}").ToList() is not [var owner]
            || owner != (takesLogsOfCloudFront ? "BucketOwnerPreferred" : "BucketOwnerEnforced")
            || (bucket["AccessControl"] ?? bucket["WebsiteConfiguration"]) is not null
        select $"{bucket.Construct} may be opened";

    private static readonly string[] Blocks = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];
}
