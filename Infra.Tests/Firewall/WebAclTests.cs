namespace Lexicon.Infra.Tests.Firewall;

/// <summary>What every web ACL refuses, wherever it stands.</summary>
public sealed class WebAclTests
{
    [Fact]
    public void EveryWebAcl_RefusesWhatAwsKnowsToBeBad_AndLetsThroughWhatNoRuleRefuses() => Assert.All(Acls(), acl =>
    {
        var groups = acl.Items("Rules").Where(rule => rule["Statement"]!["ManagedRuleGroupStatement"] is not null).ToList();

        Assert.Equal("""{"Allow":{}}""", acl["DefaultAction"]!.ToJsonString());
        Assert.Equal(
            ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"],
            groups.Select(rule => $"{rule["Statement"]!["ManagedRuleGroupStatement"]!["Name"]}").Order());
        Assert.All(groups, rule =>
        {
            Assert.Equal("AWS", $"{rule["Statement"]!["ManagedRuleGroupStatement"]!["VendorName"]}");
            Assert.Null(rule["Statement"]!["ManagedRuleGroupStatement"]!["Version"]);
            Assert.Equal("""{"None":{}}""", rule["OverrideAction"]!.ToJsonString());
        });
    });

    [Fact]
    public void WhatAGlossaryMayExplain_IsOnlyCounted() => Assert.All(Acls(), acl => Assert.Equal(
        ["CrossSiteScripting_BODY", "EC2MetaDataSSRF_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "SizeRestrictions_BODY"],
        acl.Items("Rules").SelectMany(rule => rule["Statement"]!["ManagedRuleGroupStatement"]?["RuleActionOverrides"]?.AsArray() ?? [])
            .Select(rule => $"{rule!["Name"]}{(rule["ActionToUse"]?.ToJsonString() == """{"Count":{}}""" ? "" : " is not counted")}")
                .Order()));

    // Behind the distribution everybody comes from CloudFront. No header says for whom: a viewer can write any.
    [Fact]
    public void EveryWebAcl_RefusesWhoAsksTooOften() => Assert.All(Acls(), acl => Assert.Equal(
        acl.Text("Scope") == "CLOUDFRONT"
            ? ["""{"Block":{}} {"AggregateKeyType":"IP","Limit":2000}"""]
            : ["""{"Block":{}} {"AggregateKeyType":"IP","Limit":20000}"""],
        acl.Items("Rules").Where(rule => rule["Statement"]!["RateBasedStatement"] is not null)
            .Select(rule => $"{rule["Action"]?.ToJsonString()} {rule["Statement"]!["RateBasedStatement"]!.ToJsonString()}")));

    [Fact]
    public void EveryRule_HasItsPlaceAndItsMetric_AndKeepsNoRequest() => Assert.All(Acls(), acl =>
    {
        var stack = acl.Text("Scope") == "CLOUDFRONT" ? "Lexicon-prod-Site" : "Lexicon-prod-Api";
        Assert.Equal(Enumerable.Range(0, acl.Items("Rules").Count()), acl.Items("Rules").Select(rule => (int)rule["Priority"]!));
        Assert.All(acl.Items("Rules").Append(acl.Json["Properties"]!), visible => Assert.Equal(
            $$"""{"CloudWatchMetricsEnabled":true,"MetricName":"{{stack}}-{{visible["Name"] ?? "All"}}","SampledRequestsEnabled":false}""",
            visible["VisibilityConfig"]!.ToJsonString()));
    });

    // In the order of the stacks: before the API and before the distribution.
    private static List<Resource> Acls()
    {
        var acls = Stages.Full.Templates.SelectMany(template => template.OfType("AWS::WAFv2::WebACL")).ToList();
        Assert.Equal(["REGIONAL", "CLOUDFRONT"], acls.Select(acl => acl.Text("Scope")));
        return acls;
    }
}
