namespace Lexicon.Local.Waf;

/// <summary>
/// A web ACL: its rules in the order of their priority, then its default action
/// (https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html).
/// </summary>
/// <param name="arn">Its ARN.</param>
/// <param name="allowsByDefault">Whether a request passes that no rule decides about.</param>
/// <param name="rules">The rules that are on this machine, in order.</param>
internal sealed class WebAcl(string arn, bool allowsByDefault, IReadOnlyList<RateRule> rules) : IWebAcl
{
    /// <summary>Its ARN.</summary>
    public string Arn => arn;

    public bool Allows(WafRequest request)
    {
        foreach (var rule in rules)
        {
            if (rule.Matches(request) && rule.Action != RuleAction.Count)
            {
                return rule.Action == RuleAction.Allow;
            }
        }

        return allowsByDefault;
    }
}
