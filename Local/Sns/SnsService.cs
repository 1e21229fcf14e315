using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Sns.Api;
using Lexicon.Local.Sns.Deliveries;
using Lexicon.Local.Sns.Publishing;
using Lexicon.Local.Sns.Resources;
using Lexicon.Local.Sqs;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Sns;

/// <summary>Amazon SNS: the topics of the templates and their subscriptions.</summary>
internal sealed class SnsService : IService, IAwsService, ITopics, ITopicsView
{
    private readonly Topics _topics;
    private readonly SigningCertificate _certificate;
    private readonly EmailDelivery _emails;
    private readonly Publisher _publisher;
    private readonly SnsApi _api;

    /// <summary>Wires the service; opens no file.</summary>
    /// <param name="settings">Where the data is.</param>
    /// <param name="endpoints">Where the certificate is.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="queues">The queues that subscribe.</param>
    /// <param name="functions">The functions that subscribe; they publish, too, and are not there yet.</param>
    /// <param name="time">The clock.</param>
    /// <param name="say">Takes a line for the person at the terminal.</param>
    /// <param name="before">The instance with which this one continues.</param>
    public SnsService(
        Settings settings,
        Endpoints endpoints,
        IIdentities identities,
        IQueues queues,
        Func<IFunctions> functions,
        TimeProvider time,
        Action<string> say,
        SnsService? before = null)
    {
        _topics = new Topics(identities, before?._topics);
        _certificate = before?._certificate ?? new SigningCertificate(Path.Combine(settings.Data, "sns"), time);
        var documents = new NotificationDocument(_certificate, endpoints.Aws);
        _emails = new EmailDelivery(documents, say, before?._emails);
        var routes = new DeliveryRoutes(
            new QueueDelivery(queues, documents), new FunctionDelivery(functions, documents), _emails, say);
        _publisher = new Publisher(routes, time);
        _api = new SnsApi(_topics, _publisher, _certificate, identities);
        ResourceTypes =
        [
            new TopicType(_topics),
            new SubscriptionType(_topics),
            new TopicPolicyType(_topics, identities),
        ];
    }

    public string Name => "SNS";

    public string SigningName => "sns";

    public IEnumerable<string> Operations => _api.Operations;

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public IReadOnlyList<Email> Emails => _emails.Kept;

    IReadOnlyList<TopicFacts> ITopicsView.Topics =>
    [
        .. _topics.All.Select(topic => new TopicFacts(
            topic.Settings.Name,
            topic.Settings.Arn,
            [.. topic.Subscriptions.Select(one => new SubscriptionFacts(one.Protocol, one.Endpoint, one.DeadLetterQueue))])),
    ];

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public bool Claims(HttpRequest request) => SigningCertificate.IsPath(request.Path) || request.Query["Action"] == "Unsubscribe";

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public bool Exists(string topicArn) => _topics.Find(topicArn) is not null;

    public Decision Authorize(AccessRequest request) => _topics.Authorize(request);

    public async Task<string> PublishAsync(string topicArn, NewNotification notification) =>
        (await _publisher.PublishAsync(_topics.Find(topicArn) ?? throw SnsException.NoTopic(), notification)).MessageId;

    public ValueTask DisposeAsync()
    {
        _certificate.Dispose();
        return ValueTask.CompletedTask;
    }
}
