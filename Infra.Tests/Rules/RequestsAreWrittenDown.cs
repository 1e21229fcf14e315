namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each bucket that takes no logs itself, and each distribution, writes down who asked for what, into a bucket of its stack that lets it:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html.
/// </summary>
public sealed class RequestsAreWrittenDown : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Files/Properties/LoggingConfiguration"),
        Set("/Files/Properties/LoggingConfiguration/LogFilePrefix", "\"other/\""),
        Replace("/Policy/Properties/PolicyDocument/Statement", "/files/*", "/*"),
        Remove("/Edge/Properties/DistributionConfig/Logging"),
        Set("/Edge/Properties/DistributionConfig/Logging/IncludeCookies", "true"),
        Remove("/Edge/DependsOn"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
    [
        .. from bucket in template.OfType("AWS::S3::Bucket")
           where !BucketForgetsWhatItNeedNotKeep.TakesLogs(bucket, template)
           let logs = template.Find(bucket.Text("LoggingConfiguration.DestinationBucketName"))
           let policy = template.OfType("AWS::S3::BucketPolicy").SingleOrDefault(policy => policy.Text("Bucket") == logs?.Ref)
           let prefix = bucket.Text("LoggingConfiguration.LogFilePrefix")
           where policy is null || Statement.Of(policy["PolicyDocument"])
               .Where(statement => statement.Principal == "logging.s3.amazonaws.com")
               .All(statement =>
                   statement.WithPrincipal() != "Allow logging.s3.amazonaws.com s3:PutObject on " + $"{logs!.Arn}/{prefix}* if "
                   + $"ArnLike aws:SourceArn {bucket.Arn} and StringEquals aws:SourceAccount ${{AWS::AccountId}}")
           select $"{bucket.Construct}: nobody writes down the requests",
        .. from distribution in template.OfType("AWS::CloudFront::Distribution")
           let logs = template.Find(distribution.Text("DistributionConfig.Logging.Bucket"))
           where logs is null || distribution.Text("DistributionConfig.Logging.IncludeCookies") != "false"
               || distribution.Text("DistributionConfig.Logging.Prefix").Length == 0

               // What is made before something is deleted after it: the bucket is emptied when nobody writes into it any more.
               || !template.Resources
                   .Where(resource => resource.LogicalId == logs.LogicalId || resource.Text("Bucket") == logs.Ref
                       || resource.Text("BucketName") == logs.Ref)
                   .All(resource => distribution.DependsOn.Contains(resource.LogicalId))
           select $"{distribution.Construct}: nobody writes down the requests",
    ];
}
