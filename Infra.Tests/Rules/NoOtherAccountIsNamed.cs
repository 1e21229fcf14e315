namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// No account is named by its number: whoever deploys is meant, and a function, a stream, a log or a layer of another account would see
/// what is not its own.
/// </summary>
public sealed partial class NoOtherAccountIsNamed : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Distribution/Properties/DistributionConfig/WebACLId", "\"arn:aws:wafv2:us-east-1:111122223333:global/webacl/other/1\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.Resources
        from match in Account().Matches($"{resource.Json["Properties"]?.ToJsonString()}{resource.Json["UpdatePolicy"]?.ToJsonString()}")
        select $"{resource.Construct} names {match}";

    [GeneratedRegex("(?<![0-9a-zA-Z])[0-9]{12}(?![0-9a-zA-Z])")]
    private static partial Regex Account();
}
