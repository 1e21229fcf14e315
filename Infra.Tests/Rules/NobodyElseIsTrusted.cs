namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// A policy of a resource lets in the account itself, a role of the stack, or a service that acts for one account or resource of ours;
/// anyone else would be let in with it. See https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html.
/// </summary>
public sealed partial class NobodyElseIsTrusted : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Policy/Properties/PolicyDocument/Statement/Deny/Effect", "\"Allow\""),
        Set("/Policy/Properties/PolicyDocument/Statement/cloudfront/Principal", "\"*\""),
        Remove("/Policy/Properties/PolicyDocument/Statement/cloudfront/Condition"),
        Set("/Policy/Properties/PolicyDocument/Statement/cloudfront/Condition/StringEquals/aws:SourceAccount", "\"*\""),
        Set("/Policy/Properties/PolicyDocument/Statement/s3:ListBucket/Principal", """{"AWS":"arn:aws:iam::1:root"}"""),
        Set("/Policy/Properties/PolicyDocument/Statement/s3:ListBucket/Condition", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.Resources
        where resource.Type != "AWS::IAM::Role"
        from policy in Policies.In(resource.Json["Properties"])
        from statement in Statement.Of(policy)
        where statement.Effect == "Allow" && statement.Principal.Length > 0 && !IsOurs(statement, template)
        select $"{resource.Construct}: {statement.WithPrincipal()}";

    private static bool IsOurs(Statement statement, Template template) =>
        statement.Principal.EndsWith(".amazonaws.com", StringComparison.Ordinal)
            && !statement.Principal.Contains(',', StringComparison.Ordinal)
            ? IsForUs(statement.Condition)
            : IsTheAccount().IsMatch(statement.Principal)
                || (template.Find(statement.Principal)?.Type == "AWS::IAM::Role" && statement.Condition.Length == 0);

    private static bool IsForUs(string condition) => condition.Length > 0 && condition.Split(" and ").All(part =>
        part.Split(' ') is [_, var key, var value]
        && key.ToUpperInvariant() is "AWS:SOURCEACCOUNT" or "AWS:SOURCEARN"
        && value.Contains("${", StringComparison.Ordinal));

    [GeneratedRegex(@"^arn:(aws|\$\{AWS::Partition\}):iam::\$\{AWS::AccountId\}:root$")]
    private static partial Regex IsTheAccount();
}
