namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// What the linters find and we accept is accepted on one resource, with a reason in a sentence, and of a rule that tells what it found,
/// that alone. The list: docs/security.md.
/// </summary>
public sealed partial class WaiverSaysWhy : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Role/Metadata/cdk_nag/rules_to_suppress/0/reason", "\"n/a\""),
        Remove("/Role/Metadata/cdk_nag/rules_to_suppress/0/applies_to"),
        Add("/Role/Metadata/cdk_nag/rules_to_suppress/0/applies_to", "\"Action::dynamodb:*\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.Resources
        from waiver in resource.Waivers
        let details = Intrinsics.RenderAll(waiver["applies_to"])
        where !Sentence().IsMatch($"{waiver["reason"]}")
            || ($"{waiver["id"]}" == "AwsSolutions-IAM5"
                && !(details.Count > 0 && details.All(detail => detail.StartsWith("Resource::", StringComparison.Ordinal))))
        select $"{resource.Construct} waives {waiver["id"]} {string.Join(", ", details)}: {waiver["reason"]}";

    [GeneratedRegex(@"^[A-Z].{40,}\.$")]
    private static partial Regex Sentence();
}
