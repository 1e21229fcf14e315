using Lexicon.Local.Iam;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs;

/// <summary>The queues of the templates, as other services use them.</summary>
internal interface IQueues
{
    /// <summary>What is known of a queue; null when there is none.</summary>
    QueueFacts? Find(string queueArn);

    /// <summary>Whether a caller may do something with a queue: its own policies and the queue's decide.</summary>
    /// <param name="request">Who, what, and the ARN of the queue.</param>
    Decision Authorize(AccessRequest request);

    /// <summary>Whether a caller may send to a queue.</summary>
    Decision AuthorizeSending(Caller caller, string queueArn) => Authorize(new AccessRequest(caller, "sqs:SendMessage", queueArn));

    /// <summary>Sends a message on behalf of a caller who may. It is on disk when this returns.</summary>
    /// <exception cref="SqsException">There is no such queue, or the message is not one that it takes.</exception>
    void Send(string queueArn, Caller caller, NewMessage message);

    /// <summary>Sends a message on behalf of a caller who may.</summary>
    /// <exception cref="SqsException">There is no such queue, or the message is not one that it takes.</exception>
    void Send(string queueArn, Caller caller, string body, IReadOnlyDictionary<string, MessageAttribute> attributes) =>
        Send(queueArn, caller, new NewMessage(body) { Attributes = attributes });

    /// <summary>
    /// Receives messages for a caller who may (<c>sqs:ReceiveMessage</c> is checked), with all their attributes: what there is, or what
    /// comes or appears before the wait is over. Nothing is handed out once the wait is canceled.
    /// </summary>
    /// <param name="queueArn">The queue.</param>
    /// <param name="caller">Who receives.</param>
    /// <param name="most">The most messages; a caller inside AWS may ask for more than the 10 of the API.</param>
    /// <param name="wait">How long it waits for the first message.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="SqsException">There is no such queue, or the caller may not.</exception>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queueArn, Caller caller, int most, TimeSpan wait, CancellationToken cancellation);

    /// <summary>Deletes a message for a caller who may (<c>sqs:DeleteMessage</c> is checked).</summary>
    /// <exception cref="SqsException">There is no such queue, the caller may not, or the receipt is not valid.</exception>
    void Delete(string queueArn, Caller caller, string receiptHandle);

    /// <summary>
    /// Changes how long a received message stays hidden, zero for at once, for a caller who may (<c>sqs:ChangeMessageVisibility</c> is
    /// checked, which Lambda does not ask for itself).
    /// </summary>
    /// <exception cref="SqsException">There is no such queue, the caller may not, or the message is not in flight.</exception>
    void ChangeVisibility(string queueArn, Caller caller, string receiptHandle, TimeSpan timeout);
}
