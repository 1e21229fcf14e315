using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Waf.Resources;

/// <summary>
/// <c>AWS::WAFv2::WebACL</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html).
/// </summary>
internal sealed class WebAclType(WebAcls acls, TimeProvider time) : ResourceType<WebAclProperties>(
    "AWS::WAFv2::WebACL", "rate limits before the distribution or the API's stage, in memory")
{
    protected override ProvisionedResource Provision(TemplateResource resource, WebAclProperties properties)
    {
        var name = properties.Name ?? resource.PhysicalName(128);
        var id = resource.ShortId(32);
        var scope = properties.Scope == "CLOUDFRONT" ? "global" : "regional";
        var arn = Account.Arn("wafv2", $"{scope}/webacl/{name}/{id}");
        if (properties.Rules.FirstOrDefault(rule => !rule.Statement.IsOne) is { } none)
        {
            throw resource.Refuse($"Rules[{none.Name}].Statement", "a rule has one statement");
        }

        var rules = properties.Rules
            .OrderBy(rule => rule.Priority)
            .Where(rule => rule.Statement.RateBasedStatement is not null)
            .Select(rule => Read(resource, rule, rule.Statement.RateBasedStatement!));
        var allowsByDefault = properties.DefaultAction.ToAction() switch
        {
            RuleAction.Allow => true,
            RuleAction.Block => false,
            _ => throw resource.Refuse(nameof(properties.DefaultAction), "it either allows or blocks"),
        };
        acls.Add(new WebAcl(arn, allowsByDefault, [.. rules]));
        return new($"{name}|{id}|{properties.Scope}")
        {
            Attributes = new Dictionary<string, string>
            {
                ["Arn"] = arn,
                ["Id"] = id,
                ["LabelNamespace"] = $"awswaf:{Account.Id}:webacl:{name}:",
            },
        };
    }

    private RateRule Read(TemplateResource resource, WebAclProperties.WebAclRule rule, WebAclProperties.RateBased rate) => new(
        rate.Limit,
        TimeSpan.FromSeconds(rate.EvaluationWindowSec),
        rate.AggregateKeyType switch
        {
            "IP" => new AggregateKey(),
            "CONSTANT" => new AggregateKey(IsConstant: true),
            "FORWARDED_IP" when rate.ForwardedIPConfig is { } forwarded =>
                new AggregateKey(forwarded.HeaderName, forwarded.FallbackBehavior == "MATCH"),
            var other => throw resource.Refuse($"Rules[{rule.Name}].Statement.RateBasedStatement.AggregateKeyType", $"'{other}'"),
        },
        rule.Action?.ToAction() ?? throw resource.Refuse($"Rules[{rule.Name}].Action", "a rate-based rule has one action"),
        time);
}
