namespace Lexicon.Infra.Tests.Rules;

/// <summary>Each role is held by one function, or by one service for what it does in the stack; nobody else takes it.</summary>
public sealed class RoleHasOneHolder : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Function"),
        Set("/Other", """{"Type":"AWS::Lambda::Function","Properties":{"Role":{"Fn::GetAtt":["Role","Arn"]}}}"""),
        Set("/Other", """{"Type":"AWS::ApiGateway::Account","Properties":{"CloudWatchRoleArn":{"Fn::GetAtt":["Role","Arn"]}}}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from role in template.OfType("AWS::IAM::Role")
        let trust = role["AssumeRolePolicyDocument"]?.ToJsonString() ?? ""
        where !trust.Contains("Federated", StringComparison.Ordinal)
        let holders = template.Resources
            .Where(resource => HoldingProperties(resource).Any(value => value == role.Arn || value == role.Ref)).ToList()
        let kinds = holders.Select(holder => holder.Type).Distinct().ToList()
        where kinds is not [var kind] || (kind == "AWS::Lambda::Function" && holders.Count > 1)
        select $"{role.Construct} is held by {holders.Count}: {string.Join(", ", kinds)}";

    // Role, RoleArn, ServiceRoleArn, CloudWatchRoleArn ..., the role that API Gateway takes to call a service, and the one that
    // AWS Backup takes; a policy that is attached to a role does not hold it.
    private static IEnumerable<string> HoldingProperties(Resource resource) =>
        from property in (resource.Json["Properties"]?.AsObject() ?? []).Append(
            KeyValuePair.Create("IntegrationRole", resource["Integration.Credentials"]))
            .Append(KeyValuePair.Create("BackupRole", resource["BackupSelection.IamRoleArn"]))
        where property.Key.EndsWith("Role", StringComparison.Ordinal) || property.Key.EndsWith("RoleArn", StringComparison.Ordinal)
        select Intrinsics.Render(property.Value);
}
