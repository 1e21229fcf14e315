namespace Lexicon.Local.Sqs;

/// <summary>The queues of the account, by name.</summary>
internal sealed class Queues
{
    private readonly Dictionary<string, Queue> byName = [];

    /// <summary>All of them.</summary>
    public IEnumerable<Queue> All => byName.Values;

    /// <summary>Adds a queue.</summary>
    /// <returns>False when there is one of that name.</returns>
    public bool Add(Queue queue) => byName.TryAdd(queue.Settings.Name, queue);

    /// <summary>The queue with this name, ARN or URL; null when there is none.</summary>
    public Queue? Find(string name) => byName.GetValueOrDefault(name[(name.LastIndexOfAny([':', '/']) + 1)..]);
}
