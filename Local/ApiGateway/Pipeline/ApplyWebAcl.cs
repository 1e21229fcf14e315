using Lexicon.Local.Waf;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Shows the request to the web ACL before the stage, if there is one; that comes before every other control of access
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html).
/// </summary>
internal sealed class ApplyWebAcl(IFirewall firewall) : IRequestStep
{
    public ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        var stage = $"arn:aws:apigateway:{Account.Region}::/restapis/{exchange.Api!.Id}/stages/{exchange.Stage!.Name}";
        if (firewall.FindFor(stage) is not { } acl)
        {
            return ValueTask.FromResult<GatewayFailure?>(null);
        }

        var passes = acl.Allows(new(exchange.Request.SourceIp, exchange.Request.Header));
        exchange.WafResponse = passes ? "WAF_ALLOW" : "WAF_BLOCK";
        return ValueTask.FromResult(passes ? null : GatewayFailure.Filtered);
    }
}
