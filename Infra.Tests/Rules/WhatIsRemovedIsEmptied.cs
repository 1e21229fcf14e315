namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// A bucket goes with its stack if, and only if, a function empties it before, which the bucket's policy lets it do from the first moment:
/// S3 deletes no bucket that holds something.
/// </summary>
public sealed class WhatIsRemovedIsEmptied : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Emptied"),
        Remove("/Emptied/DependsOn"),
        Set("/Emptied/DeletionPolicy", "\"Retain\""),
        Set("/Bucket/DeletionPolicy", "\"Retain\""),
        Remove("/Bucket/Properties/Tags"),
        Set("/Policy/Properties/PolicyDocument/Statement/s3:DeleteObject/Condition", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"""),
        Add("/Policy/Properties/PolicyDocument/Statement/s3:DeleteObject/Action", "\"s3:GetObject\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from bucket in template.OfType("AWS::S3::Bucket")
        let emptied = template.OfType("Custom::S3AutoDeleteObjects").SingleOrDefault(emptied => emptied.Text("BucketName") == bucket.Ref)
        let policy = template.OfType("AWS::S3::BucketPolicy").SingleOrDefault(policy => policy.Text("Bucket") == bucket.Ref)
        where emptied is null
            ? bucket.DeletionPolicy == "Delete"
            : bucket.DeletionPolicy != "Delete" || emptied.DeletionPolicy != "Delete" || !emptied.DependsOn.Contains(policy?.LogicalId)
                || !bucket.Items("Tags").Any(tag => $"{tag["Key"]}={tag["Value"]}" == "aws-cdk:auto-delete-objects=true")
                || !Statement.Of(policy!["PolicyDocument"]).Any(statement =>
                    statement.WithPrincipal() == Emptying(bucket, emptied, template))
        select $"{bucket.Construct} is not emptied before it goes";

    private static string Emptying(Resource bucket, Resource emptied, Template template) =>
        $"Allow {template.Find(emptied.Text("ServiceToken"))?.Text("Role")} s3:GetBucketTagging, s3:GetBucketPolicy, s3:PutBucketPolicy, "
        + $"s3:ListBucketVersions, s3:DeleteObject, s3:DeleteObjectVersion on {bucket.Arn}, {bucket.Arn}/* if ";
}
