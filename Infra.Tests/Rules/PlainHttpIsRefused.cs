namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each bucket, queue and topic has one policy, which refuses whoever comes without TLS; a bucket refuses old TLS, too. See
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html.
/// </summary>
public sealed class PlainHttpIsRefused : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Policy"),
        Set("/Policy/Properties/PolicyDocument/Statement/0/Principal", "\"other\""),
        Set("/Policy/Properties/PolicyDocument/Statement/0/Action", "\"sqs:SendMessage\""),
        Remove("/Of/Properties/PolicyDocument/Statement/SecureTransport"),
        Replace("/Of/Properties/PolicyDocument/Statement", "1.2", "1.0"),
        Remove("/Of/Properties/PolicyDocument/Statement/SecureTransport/Resource/1"),
        Set("/Other", """{"Type":"AWS::SNS::Topic"}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.OfType([.. Kinds.Keys])
        let kind = Kinds[resource.Type]
        let policies = template.OfType(kind.Policy).Where(policy => policy.Texts(kind.Property).SequenceEqual([resource.Ref])).ToList()
        where policies is not [var policy]
            || !Refusals(resource, kind.Actions).All(refusal =>
                Statement.Of(policy["PolicyDocument"]).Any(statement => statement.WithPrincipal() == refusal))
        select $"{resource.Construct} takes requests over plain HTTP or old TLS";

    // Who may publish to a topic is all that its policy knows.
    private static readonly Dictionary<string, (string Policy, string Property, string Actions)> Kinds = new()
    {
        ["AWS::S3::Bucket"] = ("AWS::S3::BucketPolicy", "Bucket", "s3:*"),
        ["AWS::SQS::Queue"] = ("AWS::SQS::QueuePolicy", "Queues", "sqs:*"),
        ["AWS::SNS::Topic"] = ("AWS::SNS::TopicPolicy", "Topics", "sns:Publish"),
    };

    private static string[] Refusals(Resource resource, string actions)
    {
        var on = resource.Type switch
        {
            "AWS::S3::Bucket" => $"{resource.Arn}, {resource.Arn}/*",
            "AWS::SQS::Queue" => resource.Arn,
            _ => resource.Ref,
        };
        var plain = $"Deny * {actions} on {on} if Bool aws:SecureTransport false";
        return actions == "s3:*" ? [plain, $"Deny * s3:* on {on} if NumericLessThan s3:TlsVersion 1.2"] : [plain];
    }
}
