namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Site</c> says of the web ACL before it, all of it.</summary>
public sealed class SiteStackFirewallTests
{
    [Fact]
    public void WebAcls_AreExactlyThese() => Exactly.This("Site", "AWS::WAFv2::WebACL", """
        DefaultAction.Allow = {}  full ×1
        Description = Lexicon  full ×1
        Rules[0].Action.Block = {}  full ×1
        Rules[0].Name = LimitByAddress  full ×1
        Rules[0].Priority = 0  full ×1
        Rules[0].Statement.RateBasedStatement.AggregateKeyType = IP  full ×1
        Rules[0].Statement.RateBasedStatement.Limit = 2000  full ×1
        Rules[0].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[0].VisibilityConfig.MetricName = Lexicon-{stage}-Site-LimitByAddress  full ×1
        Rules[0].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[1].Name = AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[1].OverrideAction.None = {}  full ×1
        Rules[1].Priority = 1  full ×1
        Rules[1].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[1].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[1].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[1].VisibilityConfig.MetricName = Lexicon-{stage}-Site-AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[1].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[2].Name = AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[2].OverrideAction.None = {}  full ×1
        Rules[2].Priority = 2  full ×1
        Rules[2].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[2].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[2].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[2].VisibilityConfig.MetricName = Lexicon-{stage}-Site-AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[2].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[3].Name = AWSManagedRulesCommonRuleSet  full ×1
        Rules[3].OverrideAction.None = {}  full ×1
        Rules[3].Priority = 3  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesCommonRuleSet  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: CrossSiteScripting_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: EC2MetaDataSSRF_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: GenericLFI_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: GenericRFI_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: SizeRestrictions_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[3].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[3].VisibilityConfig.MetricName = Lexicon-{stage}-Site-AWSManagedRulesCommonRuleSet  full ×1
        Rules[3].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Scope = CLOUDFRONT  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  full ×1
        VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        VisibilityConfig.MetricName = Lexicon-{stage}-Site-All  full ×1
        VisibilityConfig.SampledRequestsEnabled = false  full ×1
        """);
}
