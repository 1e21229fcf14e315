using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Firewall;

/// <summary>What every web ACL refuses, wherever it stands.</summary>
public sealed class WebAclTests
{
    [Fact]
    public void EveryWebAcl_LetsThroughWhatNoRuleRefuses() =>
        Assert.All(Acls(), acl => Assert.Equal("""{"Allow":{}}""", acl["DefaultAction"]!.ToJsonString()));

    [Fact]
    public void EveryWebAcl_RefusesWhatAwsKnowsToBeBad() => Assert.All(Acls(), acl =>
    {
        var groups = Rules(acl).Where(rule => rule["Statement"]!["ManagedRuleGroupStatement"] is not null).ToList();

        Assert.Equal(
            ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"],
            groups.Select(rule => $"{rule["Statement"]!["ManagedRuleGroupStatement"]!["Name"]}").Order());
        Assert.All(groups, rule =>
        {
            Assert.Equal("AWS", $"{rule["Statement"]!["ManagedRuleGroupStatement"]!["VendorName"]}");
            Assert.Equal("""{"None":{}}""", rule["OverrideAction"]!.ToJsonString());
        });
    });

    [Fact]
    public void WhatAGlossaryMayExplain_IsOnlyCounted() => Assert.All(Acls(), acl => Assert.Equal(
        [
            "CrossSiteScripting_BODY", "EC2MetaDataSSRF_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "SizeRestrictions_BODY",
        ],
        Rules(acl)
            .SelectMany(rule => rule["Statement"]!["ManagedRuleGroupStatement"]?["RuleActionOverrides"]?.AsArray() ?? [])
            .Select(rule => $"{rule!["Name"]}{(rule["ActionToUse"]?.ToJsonString() == """{"Count":{}}""" ? "" : " is not counted")}")
            .Order()));

    [Fact]
    public void EveryWebAcl_RefusesWhoAsksTooOften() => Assert.All(Acls(), acl =>
    {
        var limits = Rules(acl).Where(rule => rule["Statement"]!["RateBasedStatement"] is not null).ToList();

        Assert.All(limits, rule => Assert.Equal("""{"Block":{}}""", rule["Action"]!.ToJsonString()));
        Assert.Equal(
            acl.Text("Scope") == "CLOUDFRONT" ? ["IP 2000"] : ["FORWARDED_IP 2000", "IP 20000"],
            limits.Select(rule => rule["Statement"]!["RateBasedStatement"]!)
                .Select(limit => $"{limit["AggregateKeyType"]} {limit["Limit"]}"));

        // Behind the distribution everybody comes from CloudFront; the header says for whom. Without it, the wider limit is left.
        Assert.All(limits.Select(rule => rule["Statement"]!["RateBasedStatement"]!), limit => Assert.Equal(
            $"{limit["AggregateKeyType"]}" == "FORWARDED_IP" ? """{"FallbackBehavior":"NO_MATCH","HeaderName":"X-Forwarded-For"}""" : null,
            limit["ForwardedIPConfig"]?.ToJsonString()));
    });

    [Fact]
    public void EveryRule_HasItsPlaceAndItsMetric_AndKeepsNoRequest() => Assert.All(Acls(), acl =>
    {
        Assert.Equal(Enumerable.Range(0, Rules(acl).Count), Rules(acl).Select(rule => (int)rule["Priority"]!));
        var stack = acl.Text("Scope") == "CLOUDFRONT" ? "Lexicon-prod-Site" : "Lexicon-prod-Api";
        Assert.Equal($"{stack}-All", acl.Text("VisibilityConfig.MetricName"));
        Assert.All(Rules(acl), rule => Assert.Equal($"{stack}-{rule["Name"]}", $"{rule["VisibilityConfig"]!["MetricName"]}"));
        Assert.All(Rules(acl).Select(rule => rule["VisibilityConfig"]!).Append(acl["VisibilityConfig"]!), visible =>
        {
            Assert.Equal(("true", "false"), ($"{visible["CloudWatchMetricsEnabled"]}", $"{visible["SampledRequestsEnabled"]}"));
        });
    });

    private static List<Resource> Acls()
    {
        var acls = Stages.Full.Templates.SelectMany(template => template.OfType("AWS::WAFv2::WebACL")).ToList();
        Assert.NotEmpty(acls);
        return acls;
    }

    private static List<JsonNode> Rules(Resource acl) => [.. acl["Rules"]!.AsArray().Select(rule => rule!)];
}
