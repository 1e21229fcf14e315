namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// In prod whatever holds data stays when its stack or its definition goes, and cannot be deleted by a call; in dev nothing is left
/// behind. It has no name of its own, which would be in the way of another one beside it.
/// </summary>
public sealed class WhatHoldsDataIsKept : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Table/DeletionPolicy", "\"Delete\""),
        Remove("/Table/UpdateReplacePolicy"),
        Set("/Table/Properties/TableName", "\"Glossaries\""),
        Set("/Table/Properties/Replicas/0/DeletionProtectionEnabled", "false"),
        Remove("/Table/Properties/Replicas/0/PointInTimeRecoverySpecification"),
        Set("/Table/Properties/Replicas/0/PointInTimeRecoverySpecification/RecoveryPeriodInDays", "1"),
        Set("/Pool/Properties/DeletionProtection", "\"INACTIVE\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.OfType([.. HoldsData])
        let kept = template.Stage == "prod" && !MadeAgain.Contains(template.PlaceOf(resource))
        let policy = kept ? "Retain" : "Delete"
        where (resource.DeletionPolicy, resource.UpdateReplacePolicy) != (policy, policy)
            || (resource["TableName"] ?? resource["BucketName"] ?? resource["UserPoolName"]) is not null
            || resource.Items("Replicas").Any(replica => $"{replica["DeletionProtectionEnabled"]}" != (kept ? "true" : "false")
                || replica["PointInTimeRecoverySpecification"]?.ToJsonString() != """{"PointInTimeRecoveryEnabled":true}""")
            || (resource.Type == "AWS::Cognito::UserPool" && resource.Text("DeletionProtection") != (kept ? "ACTIVE" : "INACTIVE"))
        select $"{resource.Construct} is not {(kept ? "kept" : "removed")} with what it holds";

    private static readonly string[] HoldsData =
        ["AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table", "AWS::Cognito::UserPool", "AWS::KMS::Key", "AWS::S3::Bucket"];

    // The pages come from the repository; the keys of the topics protect what alarms and readers say on its way, nothing that stays.
    private static readonly string[] MadeAgain = ["Pages/Bucket/Resource", "Notifications/Key/Resource", "Reports/Key/Resource"];
}
