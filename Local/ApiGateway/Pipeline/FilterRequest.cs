using Lexicon.Local.Waf;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Shows the request to the web ACL before the stage, if there is one; that comes before every other control of access
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html).
/// </summary>
internal sealed class FilterRequest(IFirewall firewall) : IStep
{
    public ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        var stage = $"arn:aws:apigateway:{Account.Region}::/restapis/{exchange.Api!.Id}/stages/{exchange.Stage!.Name}";
        var passes = firewall.Before(stage)?.Allows(new(exchange.Request.SourceIp, exchange.Request.Header)) ?? true;
        return ValueTask.FromResult(passes ? null : GatewayFailure.Filtered);
    }
}
