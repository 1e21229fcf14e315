namespace Lexicon.Local.Sqs.Messages;

/// <summary>
/// What each attempt with a <c>ReceiveRequestAttemptId</c> received from a FIFO queue, for five minutes
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html).
/// </summary>
internal sealed class ReceiveAttempts
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Attempt> _attempts = [];

    /// <summary>What an attempt received, with the visibility that it gave each message; null: there is none to repeat.</summary>
    public IReadOnlyList<Message>? Find(string id, DateTimeOffset now) =>
        _attempts.TryGetValue(id, out var attempt) && attempt.At + Interval > now ? attempt.Received : null;

    /// <summary>Keeps what an attempt received.</summary>
    public void Keep(string id, IReadOnlyList<Message> received, DateTimeOffset now)
    {
        foreach (var old in _attempts.Where(one => one.Value.At + Interval <= now).Select(one => one.Key).ToList())
        {
            _attempts.Remove(old);
        }

        _attempts[id] = new(now, received);
    }

    private sealed record Attempt(DateTimeOffset At, IReadOnlyList<Message> Received);
}
