using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Waf;

namespace Lexicon.Local.Tests.Waf;

/// <summary>https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html.</summary>
public sealed class WebAclTests
{
    private static readonly WafRequest Request = new("192.0.2.1", _ => null);
    private readonly TestClock _clock = new();

    [Fact]
    public void RateRule_MatchesWhatIsAboveTheLimitInTheSlidingWindow()
    {
        var rule = Rate(limit: 3, seconds: 60);

        List<bool> matches = [];
        for (var i = 0; i < 4; i++)
        {
            matches.Add(rule.Matches(Request));
            _clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal([false, false, false, false], matches);
        Assert.False(rule.Matches(Request));
        Assert.True(rule.Matches(Request));
    }

    [Fact]
    public void RateRule_CountsEachAddressOnItsOwn()
    {
        var rule = Rate(limit: 1, seconds: 60);

        Assert.False(rule.Matches(Request));
        Assert.True(rule.Matches(Request));
        Assert.False(rule.Matches(Request with { Address = "192.0.2.2" }));
    }

    [Fact]
    public void RateRule_ByAConstant_CountsAllTogether()
    {
        var rule = Rate(limit: 1, seconds: 60, new AggregateKey(IsConstant: true));

        Assert.False(rule.Matches(Request));
        Assert.True(rule.Matches(Request with { Address = "192.0.2.2" }));
    }

    [Theory]
    [InlineData(null, true, false)]
    [InlineData("no address", true, true)]
    [InlineData("no address", false, false)]
    public void RateRule_ByAForwardedAddressThatIsNotThere_FallsBack(string? header, bool matchesWithoutAddress, bool matches)
    {
        var rule = Rate(limit: 1, seconds: 60, new AggregateKey("X-Forwarded-For", matchesWithoutAddress));

        Assert.Equal(matches, rule.Matches(new("192.0.2.1", name => name == "X-Forwarded-For" ? header : null)));
    }

    [Theory]
    [InlineData(RuleAction.Block, true, false)]
    [InlineData(RuleAction.Allow, false, true)]
    [InlineData(RuleAction.Count, true, true)]
    [InlineData(RuleAction.Count, false, false)]
    public void WebAcl_FollowsTheRuleThatMatchesOrItsDefault(object action, bool allowsByDefault, bool passes)
    {
        var rule = new RateRule(0, TimeSpan.FromSeconds(60), new AggregateKey(), (RuleAction)action, _clock);

        Assert.Equal(passes, new WebAcl("arn", allowsByDefault, [rule]).Allows(Request));
    }

    [Fact]
    public void Check_IgnoresManagedGroupsAndRefusesOtherStatementsByName()
    {
        using var folder = new CloudFormation.AssemblyFolder().With("One", """
            {"Resources":{"Acl":{"Type":"AWS::WAFv2::WebACL","Properties":{"Scope":"REGIONAL","DefaultAction":{"Allow":{}},"Rules":[
              {"Name":"common","Priority":0,"OverrideAction":{"None":{}},
               "Statement":{"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"AWSManagedRulesCommonRuleSet"}}},
              {"Name":"geo","Priority":1,"Action":{"Block":{"CustomResponse":{"ResponseCode":429}}},
               "Statement":{"GeoMatchStatement":{"CountryCodes":["SE"]}}}]}}}}
            """);

        var check = new TemplateCheck(folder.Load(), new ResourceTypes(new WafService(_clock).ResourceTypes)).Run();

        Assert.Equal(
            [
                "One/Acl (AWS::WAFv2::WebACL): the property 'Rules[1].Action.Block.CustomResponse' is not supported by the local runner",
                "One/Acl (AWS::WAFv2::WebACL): the property 'Rules[1].Statement.GeoMatchStatement' is not supported by the local runner",
            ],
            check.Refused);
        Assert.Equal(
            [
                "One/Acl (AWS::WAFv2::WebACL): Rules[0].OverrideAction: it is about a managed group, whose rules are AWS's own",
                "One/Acl (AWS::WAFv2::WebACL): Rules[0].Statement.ManagedRuleGroupStatement: "
                    + "the rules of managed groups are AWS's own and not on this machine",
            ],
            check.Ignored.Select(finding => finding.Line));
    }

    [Theory]
    [InlineData("CLOUDFRONT", "global")]
    [InlineData("REGIONAL", "regional")]
    public void Provision_GivesTheNamesThatOthersReferTo(string scope, string segment)
    {
        var firewall = new WafService(_clock);

        var provisioned = firewall.ResourceTypes.Provision("AWS::WAFv2::WebACL", "Acl", new JsonObject
        {
            ["Name"] = "edge",
            ["Scope"] = scope,
            ["DefaultAction"] = new JsonObject { ["Allow"] = new JsonObject() },
        });

        var id = provisioned.Attributes["Id"];
        Assert.Equal($"edge|{id}|{scope}", provisioned.Ref);
        Assert.Equal($"arn:aws:wafv2:us-east-1:123456789012:{segment}/webacl/edge/{id}", provisioned.Attributes["Arn"]);
        Assert.NotNull(firewall.Find(provisioned.Attributes["Arn"]));
    }

    [Theory]
    [InlineData("{}", "[]", "it either allows or blocks")]
    [InlineData("""{ "Count": {} }""", "[]", "it either allows or blocks")]
    [InlineData("""{ "Allow": {}, "Block": {} }""", "[]", "it either allows or blocks")]
    [InlineData(
        """{ "Allow": {} }""",
        """[{ "Name": "a", "Priority": 0, "Action": { "Block": {} }, "Statement": {} }]""",
        "a rule has one statement")]
    public void Provision_OfWhatDecidesNothing_IsRefused(string defaultAction, string rules, string why)
    {
        var type = new WafService(_clock).ResourceTypes.Single(candidate => candidate.Name == "AWS::WAFv2::WebACL");

        var properties = new JsonObject
        {
            ["Scope"] = "REGIONAL",
            ["DefaultAction"] = JsonNode.Parse(defaultAction),
            ["Rules"] = JsonNode.Parse(rules),
        };

        var refusal = Assert.Throws<StartupException>(
            () => type.Provision(new TemplateResource("One", "Acl", "AWS::WAFv2::WebACL", properties)));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    private RateRule Rate(int limit, int seconds, AggregateKey? key = null) =>
        new(limit, TimeSpan.FromSeconds(seconds), key ?? new AggregateKey(), RuleAction.Block, _clock);
}
