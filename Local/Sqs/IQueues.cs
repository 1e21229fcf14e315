using Lexicon.Local.Iam;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs;

/// <summary>The queues of the templates, as other services use them.</summary>
internal interface IQueues
{
    /// <summary>Whether a caller may send to a queue: its own policies and the queue's decide.</summary>
    Decision AuthorizeSending(Caller caller, string queueArn);

    /// <summary>Sends a message on behalf of a caller who may.</summary>
    /// <exception cref="SqsException">There is no such queue, or the message is not one that it takes.</exception>
    void Send(string queueArn, Caller caller, string body, IReadOnlyDictionary<string, MessageAttribute> attributes);
}
