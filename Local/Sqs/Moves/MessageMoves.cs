using Lexicon.Local.Hosting;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Moves;

/// <summary>
/// The tasks that move dead letters back
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html). A runner
/// that stops meanwhile leaves in the dead-letter queue what was not moved yet.
/// </summary>
internal sealed class MessageMoves(TimeProvider time) : IDisposable
{
    private const int MostKept = 10;
    private readonly CancellationTokenSource _closing = new();
    private readonly Dictionary<string, List<MessageMove>> _bySource = [];

    /// <summary>The tasks of a queue, the latest first.</summary>
    public IReadOnlyList<MessageMove> Of(string sourceArn)
    {
        lock (_bySource)
        {
            return [.. _bySource.GetValueOrDefault(sourceArn) ?? []];
        }
    }

    /// <summary>Starts a task.</summary>
    /// <exception cref="SqsException">One of the queue runs already.</exception>
    public MessageMove Start(Queue source, string? destinationArn, int? perSecond, Func<string, Queue?> find)
    {
        var move = new MessageMove(
            Guid.NewGuid().ToString(), source.Settings.Arn, destinationArn, perSecond, time.GetUtcNow(), source.Count().Visible);
        lock (_bySource)
        {
            var tasks = _bySource.GetValueOrDefault(move.SourceArn) ?? (_bySource[move.SourceArn] = []);
            if (tasks.Any(task => task.Status == MessageMove.Running))
            {
                throw SqsException.Invalid("There is already a task running. Only one active task is allowed for a source queue arn at a "
                    + "given time.");
            }

            tasks.Insert(0, move);
            tasks.RemoveRange(Math.Min(MostKept, tasks.Count), Math.Max(0, tasks.Count - MostKept));
        }

        Background.StartTask($"Moving the messages of {source.Settings.Name}", () => RunAsync(move, source, find));
        return move;
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    // As many as were there when it began; those of them that the destination does not keep do not come round again.
    private async Task RunAsync(MessageMove move, Queue source, Func<string, Queue?> find)
    {
        var closed = _closing.Token;
        try
        {
            while (move.Status == MessageMove.Running && move.Moved < move.ToMove && source.TakeOut() is { } message)
            {
                if (!TryMove(move, source, message, find))
                {
                    source.PutIn(message);
                    move.End("FAILED", "AWS.SimpleQueueService.NonExistentQueue");
                    return;
                }

                move.CountOne();
                if (move.PerSecond is { } rate)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1.0 / rate), time, closed);
                }
            }

            move.End("COMPLETED");
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            move.End("CANCELLED");
        }
    }

    // What is moved back begins anew: it has been received by nobody.
    private static bool TryMove(MessageMove move, Queue source, Message message, Func<string, Queue?> find)
    {
        if ((move.DestinationArn ?? message.DeadLetterSource) is not { } arn || find(arn) is not { } destination)
        {
            return false;
        }

        destination.PutIn(message with { Receives = 0, FirstReceived = null, LastReceived = null, DeadLetterSource = null });
        source.Content.Delete(message);
        return true;
    }
}
