using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.EventBridge.Api;
using Lexicon.Local.EventBridge.Delivery;
using Lexicon.Local.EventBridge.Resources;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.EventBridge.Schedules;
using Lexicon.Local.EventBridge.Targets;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.EventBridge;

/// <summary>Amazon EventBridge: buses, the rules of the templates, and their targets.</summary>
internal sealed class EventBridgeService : IService, IAwsService, IEventBuses
{
    private readonly EventBridgeService? _before;
    private readonly RuleSet _rules = new();
    private readonly TargetServices _targets;
    private readonly DeadLetters _deadLetters;
    private readonly Deliveries _deliveries;
    private readonly EventRouter _router;
    private readonly Scheduler _scheduler;
    private readonly EventBridgeApi _api;
    private readonly IIdentities _identities;

    /// <summary>Wires the service; opens no file.</summary>
    /// <param name="settings">Where the data is.</param>
    /// <param name="functions">Functions, which can be targets.</param>
    /// <param name="queues">Queues, which can be targets and take dead letters.</param>
    /// <param name="topics">Topics, which can be targets.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="time">The clock.</param>
    /// <param name="before">The instance whose waiting deliveries this one takes over.</param>
    public EventBridgeService(
        Settings settings,
        IFunctions functions,
        IQueues queues,
        ITopics topics,
        IIdentities identities,
        TimeProvider time,
        EventBridgeService? before = null)
    {
        _before = before;
        _identities = identities;
        var buses = new EventBuses();
        var queueTargets = new QueueTargets(queues);
        _targets = new TargetServices(new FunctionTargets(functions), queueTargets, new TopicTargets(topics));
        _deadLetters = new DeadLetters(queueTargets);
        _deliveries = before?._deliveries ?? new Deliveries(
            new DeliveryFiles(Path.Combine(settings.Data, "events")), time, Random.Shared.NextDouble);
        _router = new EventRouter(buses, _rules, _deliveries, time);
        _scheduler = new Scheduler(_rules, _router.Fire, time);
        _api = new EventBridgeApi(buses, _rules, _router, identities);
        ResourceTypes = [new EventBusType(buses), new RuleType(buses, _rules, _targets)];
    }

    public string Name => "EventBridge";

    public string SigningName => "events";

    public IEnumerable<string> Operations => _api.Operations;

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public Task StartAsync(CancellationToken cancellation)
    {
        if (_before is null)
        {
            TakeOver();
        }

        return Task.CompletedTask;
    }

    public void TakeOver() => _deliveries.Serve(_rules, _targets, _deadLetters);

    public void BeginWork()
    {
        _scheduler.Start(_before?._scheduler);
        _before?._scheduler.Dispose();
        if (_before is null)
        {
            _deliveries.Resume();
        }
    }

    public Task PauseAsync()
    {
        _scheduler.Dispose();
        return Task.CompletedTask;
    }

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public Decision AuthorizePutting(Caller caller, string bus) =>
        _identities.Authorize(new AccessRequest(caller, "events:PutEvents", EventBuses.ArnOf(EventBuses.NameOf(bus))));

    public string Put(NewEvent published) => _router.Put(published);

    public ValueTask RetireAsync()
    {
        _scheduler.Dispose();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _scheduler.Dispose();
        await _deliveries.DisposeAsync();
    }
}
