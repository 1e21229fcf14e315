using System.Text;
using Lexicon.Local.EventBridge.Delivery;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>
/// Functions, which are invoked asynchronously; their policy must let EventBridge do it for the rule
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-lambda-permissions).
/// </summary>
internal sealed class FunctionTargets(IFunctions functions) : ITargetService
{
    public string ArnService => "lambda";

    public async Task SendAsync(Rule rule, Target target, string input, CancellationToken cancellation)
    {
        try
        {
            await functions.InvokeAsync(
                new InvokeRequest(target.Arn, Encoding.UTF8.GetBytes(input))
                {
                    InvocationType = InvocationType.Event,
                    ServicePrincipal = TargetServices.Principal,
                    SourceArn = rule.Arn,
                },
                cancellation);
        }
        catch (LambdaServiceException refusal)
        {
            throw refusal.StatusCode switch
            {
                403 => new DeliveryException("NO_PERMISSIONS", refusal.Message),
                404 => new DeliveryException("NO_RESOURCE", refusal.Message),
                429 => new DeliveryException("THROTTLING", refusal.Message) { IsRetriable = true },
                >= 500 => new DeliveryException("ERROR_FROM_TARGET", refusal.Message) { IsRetriable = true },
                _ => new DeliveryException("SDK_CLIENT_ERROR", refusal.Message),
            };
        }
    }
}
