using System.Net;

namespace Lexicon.Local.Waf;

/// <summary>
/// What requests are counted by
/// (https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-aggregation-options.html).
/// </summary>
/// <param name="ForwardedHeader">The header whose first address counts; null: the address that the request came from.</param>
/// <param name="MatchesWithoutAddress">Whether a request matches whose header holds no address.</param>
/// <param name="IsConstant">Whether all requests count together.</param>
internal sealed record AggregateKey(string? ForwardedHeader = null, bool MatchesWithoutAddress = false, bool IsConstant = false)
{
    /// <summary>The key of a request; null where its header is there and holds no address.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isMissing">Whether the request lacks the header, and so is not a matter of the rule at all.</param>
    public string? For(WafRequest request, out bool isMissing)
    {
        isMissing = false;
        if (IsConstant)
        {
            return "";
        }

        if (ForwardedHeader is null)
        {
            return request.Address;
        }

        var value = request.Header(ForwardedHeader);
        isMissing = value is null;
        return IPAddress.TryParse(value?.Split(',')[0].Trim(), out var address) ? address.ToString() : null;
    }
}
