namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Api</c> says of the web ACL before it, all of it.</summary>
public sealed class ApiStackFirewallTests
{
    [Fact]
    public void WebAcls_AreExactlyThese() => Exactly.This("Api", "AWS::WAFv2::WebACL", """
        DefaultAction.Allow = {}  full ×1
        Description = Lexicon  full ×1
        Rules[0].Action.Block = {}  full ×1
        Rules[0].Name = LimitByForwardedAddress  full ×1
        Rules[0].Priority = 0  full ×1
        Rules[0].Statement.RateBasedStatement.AggregateKeyType = FORWARDED_IP  full ×1
        Rules[0].Statement.RateBasedStatement.ForwardedIPConfig.FallbackBehavior = NO_MATCH  full ×1
        Rules[0].Statement.RateBasedStatement.ForwardedIPConfig.HeaderName = X-Forwarded-For  full ×1
        Rules[0].Statement.RateBasedStatement.Limit = 2000  full ×1
        Rules[0].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[0].VisibilityConfig.MetricName = Lexicon-{stage}-Api-LimitByForwardedAddress  full ×1
        Rules[0].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[1].Action.Block = {}  full ×1
        Rules[1].Name = LimitByAddress  full ×1
        Rules[1].Priority = 1  full ×1
        Rules[1].Statement.RateBasedStatement.AggregateKeyType = IP  full ×1
        Rules[1].Statement.RateBasedStatement.Limit = 20000  full ×1
        Rules[1].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[1].VisibilityConfig.MetricName = Lexicon-{stage}-Api-LimitByAddress  full ×1
        Rules[1].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[2].Name = AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[2].OverrideAction.None = {}  full ×1
        Rules[2].Priority = 2  full ×1
        Rules[2].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[2].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[2].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[2].VisibilityConfig.MetricName = Lexicon-{stage}-Api-AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[2].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[3].Name = AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[3].OverrideAction.None = {}  full ×1
        Rules[3].Priority = 3  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[3].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[3].VisibilityConfig.MetricName = Lexicon-{stage}-Api-AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[3].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[4].Name = AWSManagedRulesCommonRuleSet  full ×1
        Rules[4].OverrideAction.None = {}  full ×1
        Rules[4].Priority = 4  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesCommonRuleSet  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: CrossSiteScripting_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: EC2MetaDataSSRF_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: GenericLFI_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: GenericRFI_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: SizeRestrictions_BODY}  full ×1
        Rules[4].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[4].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[4].VisibilityConfig.MetricName = Lexicon-{stage}-Api-AWSManagedRulesCommonRuleSet  full ×1
        Rules[4].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Scope = REGIONAL  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  full ×1
        VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        VisibilityConfig.MetricName = Lexicon-{stage}-Api-All  full ×1
        VisibilityConfig.SampledRequestsEnabled = false  full ×1
        """);

    [Fact]
    public void WebAclAssociations_AreExactlyThese() => Exactly.This("Api", "AWS::WAFv2::WebACLAssociation", """
        ResourceArn = arn:aws:apigateway:us-east-1::/restapis/${/Glossary/Api}/stages/${/Glossary/Api/DeploymentStage.prod}  full ×1
        WebACLArn = ${./Acl.Arn}  full ×1
        """);
}
