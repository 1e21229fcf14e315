using System.Text;
using Lexicon.Local.Aws;
using Lexicon.Local.EventBridge;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Lambda.Destinations;

/// <summary>
/// Sends records to queues, topics, functions and event buses, on behalf of the role of the function that they are of
/// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html). What cannot be sent is lost, which it reports;
/// on AWS the metric DestinationDeliveryFailures counts it.
/// </summary>
internal sealed class DestinationSender(EventServices services, FunctionDestination functions)
{
    /// <summary>Sends a record, or reports why it is lost.</summary>
    public async Task SendAsync(string destinationArn, DestinationRecord record)
    {
        try
        {
            await DispatchAsync(destinationArn, record, record.Document.ToJsonString(AwsJson.Options));
        }
        catch (Exception refusal) when (refusal is AwsException or LambdaServiceException)
        {
            Progress.Say($"A record of {record.FunctionArn} for {destinationArn} is lost: {refusal.Message}");
        }
    }

    private async Task DispatchAsync(string destinationArn, DestinationRecord record, string text)
    {
        switch (DestinationArn.ServiceOf(destinationArn))
        {
            case "sqs":
                Require(services.Queues.AuthorizeSending(record.Sender, destinationArn));
                services.Queues.Send(destinationArn, record.Sender, new NewMessage(text));
                break;
            case "sns":
                Require(services.Topics.AuthorizePublishing(record.Sender, destinationArn));
                await services.Topics.PublishAsync(destinationArn, new NewNotification(text));
                break;
            case "events":
                Require(services.Buses().AuthorizePutting(record.Sender, destinationArn));
                services.Buses().Put(EventOf(destinationArn, record));
                break;
            default:
                await functions.SendAsync(destinationArn, record.Sender, Encoding.UTF8.GetBytes(text));
                break;
        }
    }

    private static NewEvent EventOf(string busArn, DestinationRecord record) =>
        new("lambda", $"Lambda Function Invocation Result - {(record.IsSuccess ? "Success" : "Failure")}", record.Document)
        {
            Bus = busArn,
            Resources = [record.FunctionArn, busArn],
        };

    private static void Require(Decision decision)
    {
        if (!decision.Allowed)
        {
            throw new LambdaServiceException("AccessDeniedException", 403, decision.Message);
        }
    }
}
