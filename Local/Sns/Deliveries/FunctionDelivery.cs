using Lexicon.Local.Lambda;
using Lexicon.Local.Sns.Publishing;

namespace Lexicon.Local.Sns.Deliveries;

/// <summary>
/// Delivery to a function, which is invoked asynchronously and whose policy must allow the topic
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-lambda-as-subscriber.html).
/// </summary>
internal sealed class FunctionDelivery(Func<IFunctions> functions, NotificationDocument documents) : IDelivery
{
    public async Task DeliverAsync(Notification notification, Subscription subscription)
    {
        var request = new InvokeRequest(subscription.Endpoint, documents.ForFunction(notification, subscription))
        {
            InvocationType = InvocationType.Event,
            ServicePrincipal = "sns.amazonaws.com",
            SourceArn = notification.TopicArn,
            TraceHeader = notification.TraceHeader,
        };
        try
        {
            await functions().InvokeAsync(request, CancellationToken.None);
        }
        catch (LambdaServiceException refusal)
        {
            throw new DeliveryException(refusal.Message);
        }
    }
}
