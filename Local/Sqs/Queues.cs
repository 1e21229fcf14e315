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
}
