namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each role is assumed by one service without a condition, or by one identity provider with the conditions that name who, for an hour;
/// it has no policy but its own.
/// </summary>
public sealed class RoleTrustsOneService : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Service/Properties/AssumeRolePolicyDocument/Statement/0/Principal", """{"AWS":"*"}"""),
        Set("/Service/Properties/AssumeRolePolicyDocument/Statement/0/Condition", """{"StringEquals":{"aws:SourceAccount":"1"}}"""),
        Set("/Service/Properties/MaxSessionDuration", "43200"),
        Set("/Service/Properties/ManagedPolicyArns", """["arn:aws:iam::aws:policy/AdministratorAccess"]"""),
        Set("/Person/Properties/AssumeRolePolicyDocument/Statement/0/Action", """["sts:AssumeRoleWithWebIdentity","sts:TagSession"]"""),
        Replace("/Person/Properties/AssumeRolePolicyDocument", "example/lexicon:environment:dev", "*"),
        Remove("/Person/Properties/AssumeRolePolicyDocument/Statement/0/Condition"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from role in template.OfType("AWS::IAM::Role")
        where role["ManagedPolicyArns"] is not null || Statement.Of(role["AssumeRolePolicyDocument"]).ToList() is not [var trust]
            || trust.Effect != "Allow" || !(IsOfAService(role, trust) || IsOfAProvider(role, trust))
        select $"{role.Construct} is assumed by more than its one service, or has a policy of somebody else's";

    private static bool IsOfAService(Resource role, Statement trust) =>
        trust.Principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) && trust.Actions is ["sts:AssumeRole"]
        && trust.Condition.Length == 0 && role["MaxSessionDuration"] is null;

    private static bool IsOfAProvider(Resource role, Statement trust) =>
        role["AssumeRolePolicyDocument.Statement.0.Principal"]?["Federated"] is not null
        && trust.Actions is ["sts:AssumeRoleWithWebIdentity"]
        && trust.Condition.Contains(":aud ", StringComparison.Ordinal) && !trust.Condition.Contains('*', StringComparison.Ordinal)
        && role.Text("MaxSessionDuration") is "" or "3600";
}
