namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// In the language of 2008 a policy variable is plain text: see
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html.
/// </summary>
public sealed class PolicyIsOfTheVersionOf2012 : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Role/Properties/AssumeRolePolicyDocument/Version"),
        Set("/Role/Properties/AssumeRolePolicyDocument/Version", "\"2008-10-17\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.Resources
        from policy in Policies.In(resource.Json["Properties"])
        where (string?)policy["Version"] != "2012-10-17"
        select $"{resource.Construct} has a policy of version '{policy["Version"]}'";
}
