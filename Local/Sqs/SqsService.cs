using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs.Api;
using Lexicon.Local.Sqs.Messages;
using Lexicon.Local.Sqs.Moves;
using Lexicon.Local.Sqs.Resources;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Sqs;

/// <summary>Amazon SQS: the queues of the templates, standard and FIFO, with their dead-letter queues.</summary>
internal sealed class SqsService : IService, IAwsService, IQueues, IQueuesView
{
    private readonly Queues _queues;
    private readonly MessageMoves _moves;
    private readonly IIdentities _identities;
    private readonly SqsApi _api;

    /// <summary>Wires the service; opens no file.</summary>
    /// <param name="settings">Where the data is.</param>
    /// <param name="endpoints">Where queues have their URLs.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="time">The clock.</param>
    /// <param name="before">The instance whose messages this one takes over.</param>
    public SqsService(Settings settings, Endpoints endpoints, IIdentities identities, TimeProvider time, SqsService? before = null)
    {
        _identities = identities;
        _queues = new Queues(before?._queues.All);
        _moves = before?._moves ?? new MessageMoves(time);
        _api = new SqsApi(_queues, _moves, identities);
        ResourceTypes = [new QueueType(settings, endpoints, _queues, time), new QueuePolicyType(_queues, identities)];
    }

    public string Name => "SQS";

    public string SigningName => "sqs";

    public IEnumerable<string> Operations => _api.Operations;

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public Task StartAsync(CancellationToken cancellation)
    {
        _queues.CheckDeadLetters();
        return Task.CompletedTask;
    }

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public QueueFacts? Find(string queueArn) => _queues.Find(queueArn)?.Settings is { } settings
        ? new(settings.Arn, settings.Url, settings.IsFifo, settings.VisibilityTimeout)
        : null;

    public Decision Authorize(AccessRequest request) =>
        _identities.Authorize(request, _queues.Find(request.Resource)?.Settings.Policy);

    public void Send(string queueArn, Caller caller, NewMessage message) =>
        QueueOf(queueArn).Send(message, message.SenderId ?? caller.UserId);

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queueArn, Caller caller, int most, TimeSpan wait, CancellationToken cancellation) =>
        await Allowed(queueArn, caller, "sqs:ReceiveMessage").Receiver.ReceiveAsync(new(most), wait, cancellation);

    public void Delete(string queueArn, Caller caller, string receiptHandle) =>
        Allowed(queueArn, caller, "sqs:DeleteMessage").Receipts.Delete(receiptHandle);

    public void ChangeVisibility(string queueArn, Caller caller, string receiptHandle, TimeSpan timeout) =>
        Allowed(queueArn, caller, "sqs:ChangeMessageVisibility").Receipts.ChangeVisibility(receiptHandle, timeout);

    IReadOnlyList<QueueContents> IQueuesView.Queues =>
    [
        .. _queues.All.OrderBy(queue => queue.Settings.Name, StringComparer.Ordinal).Select(Describe),
    ];

    public IReadOnlyList<SeenMessage>? Look(string queueName, int most) => _queues.All
        .FirstOrDefault(queue => queue.Settings.Name == queueName)?.Look(most);

    public ValueTask DisposeAsync()
    {
        _moves.Dispose();
        return ValueTask.CompletedTask;
    }

    private QueueContents Describe(Queue queue)
    {
        var (settings, (visible, inFlight, delayed)) = (queue.Settings, queue.Count());
        return new(
            settings.Name, settings.Arn, settings.IsFifo, visible, inFlight, delayed, settings.Redrive?.TargetArn,
            settings.Redrive?.MaxReceives, _queues.SourcesOf(queue).Any());
    }

    private Queue QueueOf(string arn) => _queues.Find(arn) ?? throw SqsException.NoQueue();

    private Queue Allowed(string arn, Caller caller, string action)
    {
        var queue = QueueOf(arn);
        var decision = Authorize(new AccessRequest(caller, action, arn));
        return decision.Allowed ? queue : throw new SqsException("AccessDenied", decision.Message);
    }
}
