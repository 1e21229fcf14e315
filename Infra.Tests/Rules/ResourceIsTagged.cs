namespace Lexicon.Infra.Tests.Rules;

/// <summary>What can be tagged says of which application and stage it is: a bill is sorted by it.</summary>
public sealed class ResourceIsTagged : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Queue/Properties/Tags"),
        Set("/Queue/Properties/Tags/1/Value", "\"dev\""),
        Remove("/Pool/Properties/UserPoolTags/application"),
        Remove("/Budget/Properties/ResourceTags"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.OfType([.. Taggable])
        where !resource.Construct.Contains("Custom::S3AutoDeleteObjectsCustomResourceProvider/", StringComparison.Ordinal)
        let tags = TagsOf(resource).ToHashSet()
        where !tags.Contains("application=lexicon") || (template.Stage.Length > 0 && !tags.Contains($"stage={template.Stage}"))
        select $"{resource.Construct} is tagged {string.Join(", ", tags)}";

    // CDK writes its Node.js providers as bare resources, which its tags do not reach; they cost nothing by themselves.
    private static readonly string[] Taggable =
    [
        "AWS::ApiGateway::ApiKey", "AWS::ApiGateway::RestApi", "AWS::ApiGateway::Stage", "AWS::ApiGateway::UsagePlan",
        "AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Stage", "AWS::Budgets::Budget", "AWS::CertificateManager::Certificate",
        "AWS::CloudFront::Distribution", "AWS::CloudTrail::Trail", "AWS::CloudWatch::Alarm", "AWS::CodeDeploy::Application",
        "AWS::CodeDeploy::DeploymentGroup", "AWS::Cognito::UserPool", "AWS::DynamoDB::GlobalTable", "AWS::IAM::OIDCProvider",
        "AWS::IAM::Role", "AWS::KMS::Key", "AWS::Lambda::Function", "AWS::Logs::LogGroup",
        "AWS::S3::Bucket", "AWS::SNS::Topic", "AWS::SQS::Queue", "AWS::WAFv2::WebACL",
    ];

    private static IEnumerable<string> TagsOf(Resource resource) => (resource["UserPoolTags"] ?? resource["Tags"]) is JsonObject tags
        ? tags.Select(tag => $"{tag.Key}={tag.Value}")
        : from tag in (resource["Tags"] ?? resource["ResourceTags"] ?? resource["Replicas"]?[0]?["Tags"])?.AsArray() ?? []
          select $"{tag["Key"]}={tag["Value"]}";
}
