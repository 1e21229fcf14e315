using Amazon.CDK;
using Amazon.CDK.AWS.WAFv2;
using Constructs;

namespace Lexicon.Infra.Firewall;

/// <summary>
/// A web ACL: what AWS itself knows to be bad is refused, and so is who asks too often. There is one before the distribution
/// and one before the API's stage, for the programs that call it with a key of their own. See
/// https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html.
/// </summary>
internal sealed class WebAcl : Construct
{
    // Requests of one address within five minutes. A first visit makes some forty, a reader's office shares an address.
    private const double Limit = 2_000;

    // An edge of the distribution speaks for many readers with one address.
    private const double LimitOfAnEdge = 20_000;

    // A glossary may explain <script> and ../, at length: in the body of a request that is text, which the handlers limit and
    // the pages never take for markup. So these rules only count.
    private static readonly string[] Counted =
        ["SizeRestrictions_BODY", "CrossSiteScripting_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "EC2MetaDataSSRF_BODY"];

    public WebAcl(Construct scope, string id, FirewallScope before)
        : base(scope, id)
    {
        CfnWebACL.RuleProperty[] rules =
        [
            LimitByAddress(before == FirewallScope.Distribution ? Limit : LimitOfAnEdge),
            Managed("AWSManagedRulesAmazonIpReputationList"),
            Managed("AWSManagedRulesKnownBadInputsRuleSet"),
            Managed("AWSManagedRulesCommonRuleSet", Counted),
        ];
        for (var priority = 0; priority < rules.Length; priority++)
        {
            rules[priority].Priority = priority;
        }

        Arn = new CfnWebACL(this, "Acl", new CfnWebACLProps
        {
            Scope = before == FirewallScope.Distribution ? "CLOUDFRONT" : "REGIONAL",
            Description = "Lexicon",
            DefaultAction = new CfnWebACL.DefaultActionProperty { Allow = new CfnWebACL.AllowActionProperty() },
            VisibilityConfig = Visible("All"),
            Rules = rules,
        }).AttrArn;
    }

    public string Arn { get; }

    /// <summary>Puts it before a stage; a distribution names its web ACL itself.</summary>
    public void Protect(string stageArn) => _ = new CfnWebACLAssociation(this, "Association", new CfnWebACLAssociationProps
    {
        ResourceArn = stageArn,
        WebAclArn = Arn,
    });

    // Before the API the address is an edge's, or that of a program with a key of its own. What a request says of where it came from counts
    // nowhere: whoever sends it writes it.
    private CfnWebACL.RuleProperty LimitByAddress(double limit) => Limiting("LimitByAddress", new()
    {
        AggregateKeyType = "IP",
        Limit = limit,
    });

    private CfnWebACL.RuleProperty Limiting(string name, CfnWebACL.RateBasedStatementProperty statement) => new()
    {
        Name = name,
        Action = new CfnWebACL.RuleActionProperty { Block = new CfnWebACL.BlockActionProperty() },
        Statement = new CfnWebACL.StatementProperty { RateBasedStatement = statement },
        VisibilityConfig = Visible(name),
    };

    private CfnWebACL.RuleProperty Managed(string name, params string[] counted) => new()
    {
        Name = name,
        OverrideAction = new CfnWebACL.OverrideActionProperty { None = new Dictionary<string, object>() },
        Statement = new CfnWebACL.StatementProperty
        {
            ManagedRuleGroupStatement = new CfnWebACL.ManagedRuleGroupStatementProperty
            {
                VendorName = "AWS",
                Name = name,
                RuleActionOverrides = counted.Length == 0 ? null : counted.Select(Count).ToArray(),
            },
        },
        VisibilityConfig = Visible(name),
    };

    private static CfnWebACL.RuleActionOverrideProperty Count(string rule) => new()
    {
        Name = rule,
        ActionToUse = new CfnWebACL.RuleActionProperty { Count = new CfnWebACL.CountActionProperty() },
    };

    // Samples of requests would hold the tokens of readers.
    private CfnWebACL.VisibilityConfigProperty Visible(string rule) => new()
    {
        MetricName = $"{Stack.Of(this).StackName}-{rule}",
        CloudWatchMetricsEnabled = true,
        SampledRequestsEnabled = false,
    };
}
