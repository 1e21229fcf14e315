namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// What a role may do is allowed by exact actions on exact resources, unless the waiver of cdk-nag's rule IAM5 on the role names the
/// wildcard. Actions that know no resource are those of the service authorization reference:
/// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html.
/// </summary>
public sealed partial class RoleNamesExactResources : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/sqs:/Action", "\"sqs:*\""),
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/sqs:/Resource", "\"*\""),
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/sqs:/Resource", "\"arn:aws:sqs:us-east-1:*:letters\""),
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/sqs:/NotResource", "\"x\""),
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/sqs:/Effect", "\"Deny\""),
        Replace("/Role/Metadata", ",\"Resource::<Pages.Arn>/*\"", ""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from role in template.OfType("AWS::IAM::Role")
        let waived = role.Waivers.SelectMany(waiver => Intrinsics.RenderAll(waiver["applies_to"])).ToHashSet()
        from statement in Statement.Of(role, template)
        where statement.Effect != "Allow" || statement.Actions.Count == 0 || statement.Resources.Count == 0
            || statement.Members.Except(["Sid", "Effect", "Action", "Resource", "Condition"]).Any()
            || statement.Actions.Any(action => action.Contains('*', StringComparison.Ordinal))
            || statement.Resources.Any(resource => IsWide(resource, statement, waived))
        select $"{role.Construct} may {statement}";

    // A value of another stack is written as the name of its export.
    private static string AsCdkNagWritesIt(string resource) =>
        Import().Replace(resource, "$1").Replace("${", "<", StringComparison.Ordinal).Replace('}', '>');

    [GeneratedRegex(@"\$\{import ([^}]*)\}")]
    private static partial Regex Import();

    private static readonly string[] WithoutResource = ["xray:PutTelemetryRecords", "xray:PutTraceSegments", "cloudwatch:DescribeAlarms"];

    private static bool IsWide(string resource, Statement statement, HashSet<string> waived) =>
        resource.Contains('*', StringComparison.Ordinal)
        && !(waived.Contains($"Resource::{AsCdkNagWritesIt(resource)}")
            && (resource != "*" || statement.Actions.All(WithoutResource.Contains)));
}
