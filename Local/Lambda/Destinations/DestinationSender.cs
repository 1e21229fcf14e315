using System.Text;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Lambda.Destinations;

/// <summary>
/// Sends records to queues, topics and functions, on behalf of the role of the function that they are of
/// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html). What cannot be sent is lost, which it reports;
/// on AWS the metric DestinationDeliveryFailures counts it.
/// </summary>
internal sealed class DestinationSender(IQueues queues, ITopics topics, FunctionDestination functions)
{
    /// <summary>What no record can be sent to, as half a sentence; null for what is a destination.</summary>
    public static string? Flaw(string destinationArn) => ServiceOf(destinationArn) is "sqs" or "sns" or "lambda"
        ? null
        : $"{destinationArn} is not supported as a destination; queues, topics and functions are";

    /// <summary>Sends a record, or reports why it is lost.</summary>
    public void Send(string destinationArn, DestinationRecord record)
    {
        try
        {
            var text = record.Document.ToJsonString(AwsJson.Options);
            switch (ServiceOf(destinationArn))
            {
                case "sqs":
                    SendToQueue(destinationArn, record.Sender, text);
                    break;
                case "sns":
                    PublishToTopic(destinationArn, record.Sender, text);
                    break;
                case "lambda":
                    functions.Send(destinationArn, record.Sender, Encoding.UTF8.GetBytes(text));
                    break;
                default:
                    Report(destinationArn, record, Flaw(destinationArn)!);
                    break;
            }
        }
        catch (Exception refusal) when (refusal is AwsException or LambdaServiceException)
        {
            Report(destinationArn, record, refusal.Message);
        }
    }

    /// <summary>The service of an ARN, such as <c>sqs</c>.</summary>
    public static string ServiceOf(string arn) => arn.Split(':') is ["arn", _, var service, ..] ? service : "";

    private void SendToQueue(string queueArn, Caller sender, string text)
    {
        var decision = queues.AuthorizeSending(sender, queueArn);
        if (!decision.Allowed)
        {
            throw new SqsException("AccessDenied", decision.Message);
        }

        queues.Send(queueArn, sender, new NewMessage(text));
    }

    private void PublishToTopic(string topicArn, Caller sender, string text)
    {
        var decision = topics.AuthorizePublishing(sender, topicArn);
        if (!decision.Allowed)
        {
            throw new SnsException("AuthorizationError", 403, decision.Message);
        }

        // Its subscriptions have it when this returns.
        topics.PublishAsync(topicArn, new NewNotification(text)).GetAwaiter().GetResult();
    }

    private static void Report(string destinationArn, DestinationRecord record, string why) =>
        Progress.Say($"A record of {record.FunctionArn} for {destinationArn} is lost: {why}");
}
