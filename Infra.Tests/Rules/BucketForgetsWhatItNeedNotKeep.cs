namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each bucket forgets uploads that were never finished; a bucket of logs forgets all of them with the log groups, and has no versions;
/// what is in another bucket stays until it is replaced, but for what lies below a prefix that is forgotten as a whole.
/// </summary>
public sealed class BucketForgetsWhatItNeedNotKeep : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Files/Properties/LifecycleConfiguration"),
        Set("/Files/Properties/LifecycleConfiguration/Rules/0/ExpirationInDays", "30"),
        Remove("/Files/Properties/LifecycleConfiguration/Rules/1/Prefix"),
        Set("/Files/Properties/LifecycleConfiguration/Rules/1/Status", "\"Disabled\""),
        Remove("/Logs/Properties/LifecycleConfiguration/Rules/0/ExpirationInDays"),
        Set("/Logs/Properties/LifecycleConfiguration/Rules/0/Prefix", "\"old/\""),
        Set("/Logs/Properties/LifecycleConfiguration/Rules/0/Status", "\"Disabled\""),
        Set("/Logs/Properties/VersioningConfiguration", """{"Status":"Enabled"}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from bucket in template.OfType("AWS::S3::Bucket")
        let takesLogs = TakesLogs(bucket, template)
        where bucket.Items("LifecycleConfiguration.Rules").ToList() is not [var rule, .. var ofPrefixes]
            || (takesLogs && ofPrefixes is not []) || !ofPrefixes.TrueForAll(ForgetsItsPrefix)
            || $"{rule["Status"]}" != "Enabled" || $"{rule["AbortIncompleteMultipartUpload"]?["DaysAfterInitiation"]}" != "1"
            || (rule["Prefix"] ?? rule["TagFilters"] ?? rule["ExpirationDate"] ?? rule["Transitions"]) is not null
            || $"{rule["ExpirationInDays"]}" != (takesLogs ? LogGroupForgetsWithItsStage.Days(template) : "")
            || (takesLogs && bucket["VersioningConfiguration"] is not null)
        select $"{bucket.Construct} keeps too much, or too little";

    private static bool ForgetsItsPrefix(JsonNode rule) =>
        $"{rule["Status"]}" == "Enabled" && $"{rule["Prefix"]}".EndsWith('/') && rule["ExpirationInDays"] is not null;

    /// <summary>Whether another resource of the stack writes its logs into the bucket.</summary>
    internal static bool TakesLogs(Resource bucket, Template template) => template.Resources.Any(resource =>
        ((string[])["LoggingConfiguration.DestinationBucketName", "DistributionConfig.Logging.Bucket", "S3BucketName"])
            .Any(path => template.Find(resource.Text(path))?.LogicalId == bucket.LogicalId));
}
