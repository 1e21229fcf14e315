using Lexicon.Local.CloudFormation;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs;

/// <summary>The queues of the account, by name.</summary>
/// <param name="before">Queues of which messages may be there, open.</param>
internal sealed class Queues(IEnumerable<Queue>? before = null)
{
    private readonly Dictionary<string, QueueContent> _open =
        before?.ToDictionary(queue => queue.Settings.Name, queue => queue.Content) ?? [];

    private readonly Dictionary<string, Queue> _byName = [];

    /// <summary>All of them.</summary>
    public IEnumerable<Queue> All => _byName.Values;

    /// <summary>The messages of a queue that is open already; null when none of that name is.</summary>
    public QueueContent? Open(string name) => _open.GetValueOrDefault(name);

    /// <summary>Adds a queue.</summary>
    /// <returns>False when there is one of that name.</returns>
    public bool Add(Queue queue) => _byName.TryAdd(queue.Settings.Name, queue);

    /// <summary>The queue with this name, ARN or URL; null when there is none.</summary>
    public Queue? Find(string name) => _byName.GetValueOrDefault(name[(name.LastIndexOfAny([':', '/']) + 1)..]);

    /// <summary>The queues whose dead letters a queue takes.</summary>
    public IEnumerable<Queue> SourcesOf(Queue deadLetters) =>
        _byName.Values.Where(queue => queue.Settings.Redrive?.TargetArn == deadLetters.Settings.Arn);

    /// <summary>Refuses dead-letter queues that AWS refuses when it creates a queue.</summary>
    /// <exception cref="StartupException">One is not there, of another type, or does not allow it.</exception>
    public void CheckDeadLetters()
    {
        foreach (var queue in _byName.Values.Select(queue => queue.Settings))
        {
            if (ReasonToRefuse(queue) is { } reason)
            {
                throw new StartupException(
                    $"queue {queue.Name}: RedrivePolicy with the dead-letter queue {queue.Redrive!.TargetArn}: {reason}");
            }
        }
    }

    /// <summary>Why AWS refuses the dead-letter queue of a queue; null where it does not.</summary>
    public string? ReasonToRefuse(QueueSettings queue) =>
        queue.Redrive is { } redrive ? ReasonToRefuse(queue, Find(redrive.TargetArn)?.Settings) : null;

    private static string? ReasonToRefuse(QueueSettings source, QueueSettings? target) => target switch
    {
        null => "it does not exist",
        _ when target.Arn != source.Redrive!.TargetArn => "it does not exist",
        _ when target.IsFifo != source.IsFifo => "dead-letter queue must be same type of queue as the source",
        { RedriveAllow: { } allow } when !allow.Allows(source.Arn) => "its RedriveAllowPolicy does not allow this queue",
        _ => null,
    };
}
