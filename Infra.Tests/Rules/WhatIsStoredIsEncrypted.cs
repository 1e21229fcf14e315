namespace Lexicon.Infra.Tests.Rules;

/// <summary>Each bucket, queue and topic encrypts what it holds, a topic with a key of the stack.</summary>
public sealed class WhatIsStoredIsEncrypted : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Bucket/Properties/BucketEncryption"),
        Set("/Queue/Properties/SqsManagedSseEnabled", "false"),
        Remove("/Topic/Properties/KmsMasterKeyId"),
        Set("/Topic/Properties/KmsMasterKeyId", "\"alias/aws/sns\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.OfType("AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::SNS::Topic")
        let isEncrypted = resource.Type switch
        {
            "AWS::S3::Bucket" =>
                resource.Text("BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm")
                is "AES256" or "aws:kms",
            "AWS::SQS::Queue" => resource.Text("SqsManagedSseEnabled") == "true" || IsAKey(resource, template),
            _ => IsAKey(resource, template),
        }
        where !isEncrypted
        select $"{resource.Construct} is not encrypted";

    private static bool IsAKey(Resource resource, Template template) =>
        template.Find(resource.Text("KmsMasterKeyId"))?.Type == "AWS::KMS::Key";
}
