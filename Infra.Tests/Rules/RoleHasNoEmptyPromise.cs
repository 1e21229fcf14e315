namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// A permission has no condition that may never hold: what a role may do it may do, but for the partition keys of the table's items, the
/// prefix of the keys that a bucket lists, the service through which a key is used, and the service to which a role is passed.
/// </summary>
public sealed class RoleHasNoEmptyPromise : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/sqs:/Condition", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"""),
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/sqs:/Condition",
            """{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}"""),
        Remove("/Role/Properties/Policies/0/PolicyDocument/Statement/kms:/Condition"),
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/kms:/Condition",
            """{"StringEquals":{"kms:ViaService":"sns.eu-west-1.amazonaws.com"}}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from role in template.OfType("AWS::IAM::Role")
        from statement in Statement.Of(role, template)
        let expected = statement.Actions[0].Split(':')[0] switch
        {
            "dynamodb" => statement.Condition.StartsWith("ForAllValues:StringLike dynamodb:LeadingKeys ", StringComparison.Ordinal)
                ? statement.Condition : "",
            "s3" when statement.Actions is ["s3:ListBucket"] =>
                statement.Condition.StartsWith("StringLike s3:prefix ", StringComparison.Ordinal) ? statement.Condition : "",
            "kms" => statement.Condition is "StringEquals kms:ViaService sns.us-east-1.amazonaws.com"
                ? statement.Condition : "StringEquals kms:ViaService dynamodb.us-east-1.amazonaws.com",
            "iam" => "StringEquals iam:PassedToService cloudformation.amazonaws.com",
            _ => "",
        }
        where statement.Condition != expected
        select $"{role.Construct} may {statement}";
}
