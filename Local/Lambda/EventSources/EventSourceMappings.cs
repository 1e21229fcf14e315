using System.Collections.Concurrent;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.EventSources.Queues;
using Lexicon.Local.Lambda.EventSources.Streams;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>
/// The mappings of the account: those of the templates and those that were made at run time, which a file keeps.
/// </summary>
/// <param name="services">What they work with.</param>
/// <param name="before">The mappings that this one takes the place of.</param>
internal sealed class EventSourceMappings(MappingServices services, EventSourceMappings? before = null) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, EventSourceMapping> _byId = new();
    private readonly ConcurrentDictionary<string, StreamPositions> _positions = new();
    private readonly MappingFiles _files = new(services.Folder);
    private readonly MappingCheck _check = new(services);
    private readonly StartingPoint _start = new(services);

    /// <summary>All of them, by id.</summary>
    public IEnumerable<EventSourceMapping> All => _byId.Values.OrderBy(mapping => mapping.Settings.Uuid, StringComparer.Ordinal);

    /// <summary>The mapping with this id; null when there is none.</summary>
    public EventSourceMapping? Find(string uuid) => _byId.GetValueOrDefault(uuid);

    /// <summary>Adds a mapping of a template.</summary>
    /// <exception cref="LambdaServiceException">There is one of the same function and source.</exception>
    public void Add(MappingSettings settings)
    {
        if (All.FirstOrDefault(mapping => IsSame(mapping.Settings, settings)) is { } other)
        {
            var arn = settings.SourceArn;
            var name = settings.Function.Name;
            throw new LambdaServiceException("ResourceConflictException", 409, settings.IsQueue
                ? $"An event source mapping with SQS arn (\" {arn} \") and function (\" {name} \") already exists. "
                    + $"Please update or delete the existing mapping with UUID {other.Settings.Uuid}"
                : $"The event source arn (\" {arn} \") and function (\" {name} \") provided mapping already exists. "
                    + $"Please update or delete the existing mapping with UUID {other.Settings.Uuid}");
        }

        _byId[settings.Uuid] = new EventSourceMapping(settings);
    }

    /// <summary>Checks a mapping of a template once everything is provisioned; the engine with its stream need not run.</summary>
    /// <exception cref="StartupException">It cannot work.</exception>
    public void Check(MappingSettings settings)
    {
        try
        {
            _check.RunOfTemplate(settings);
        }
        catch (LambdaServiceException flaw)
        {
            throw new StartupException($"{settings.Place}: {flaw.Message}");
        }
    }

    /// <summary>Checks every mapping and notes where each begins; none polls yet.</summary>
    /// <exception cref="StartupException">One cannot work.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var ofTemplates = _byId.Values.ToList();
        if (ofTemplates.Count > 0 || _files.Any)
        {
            await services.Streams.ReadyAsync(cancellation);
        }

        foreach (var mapping in ofTemplates)
        {
            try
            {
                await PrepareAsync(mapping.Settings, cancellation);
            }
            catch (LambdaServiceException flaw)
            {
                throw new StartupException($"{mapping.Settings.Place}: {flaw.Message}");
            }
        }

        foreach (var (uuid, request) in _files.All())
        {
            await ContinueAsync(uuid, request, cancellation);
        }
    }

    /// <summary>From now on these poll, each after its predecessor, which goes on where that one ends.</summary>
    public void TakeOver()
    {
        foreach (var mapping in _byId.Values)
        {
            Start(mapping, before?.Find(mapping.Settings.Uuid)?.StopAsync(atOnce: false) ?? Task.CompletedTask);
        }

        foreach (var gone in before?._byId.Values.Where(mapping => Find(mapping.Settings.Uuid) is null) ?? [])
        {
            Background.StartTask($"The end of the event source mapping {gone.Settings.Place}", () => gone.StopAsync(atOnce: false));
        }
    }

    /// <summary>Ends every poller; what a function works on now will be delivered again.</summary>
    public Task StopAsync() => Task.WhenAll(_byId.Values.Select(mapping => mapping.StopAsync(atOnce: true)));

    /// <summary>CreateEventSourceMapping.</summary>
    /// <exception cref="LambdaServiceException">It is refused.</exception>
    public async Task<EventSourceMapping> CreateAsync(MappingRequest request, CancellationToken cancellation)
    {
        var settings = MappingRules.Read(request, Guid.NewGuid().ToString(), "", services.Time.GetUtcNow());
        settings = settings with { Place = settings.Uuid };
        await PrepareAsync(settings, cancellation);
        Add(settings);
        _files.Save(settings.Uuid, request);
        var mapping = _byId[settings.Uuid];
        Start(mapping, Task.CompletedTask);
        return mapping;
    }

    /// <summary>UpdateEventSourceMapping.</summary>
    /// <exception cref="LambdaServiceException">It is refused.</exception>
    public async Task UpdateAsync(EventSourceMapping mapping, MappingRequest change, CancellationToken cancellation)
    {
        var request = MappingUpdate.Apply(mapping.Settings, change);
        var settings = MappingRules.Read(request, mapping.Settings.Uuid, mapping.Settings.Place, services.Time.GetUtcNow());
        await PrepareAsync(settings, cancellation);
        if (_files.Has(settings.Uuid))
        {
            _files.Save(settings.Uuid, request);
        }

        var ended = mapping.StopAsync(atOnce: false);
        mapping.Settings = settings;
        Background.StartTask($"The event source mapping {settings.Place}", async () =>
        {
            await ended;
            Start(mapping, Task.CompletedTask);
        });
    }

    /// <summary>DeleteEventSourceMapping.</summary>
    public void Delete(EventSourceMapping mapping)
    {
        var settings = mapping.Settings;
        _byId.TryRemove(settings.Uuid, out _);
        _files.Delete(settings.Uuid);
        Background.StartTask($"The end of the event source mapping {settings.Place}", async () =>
        {
            await mapping.StopAsync(atOnce: false);
            if (!settings.IsQueue)
            {
                PositionsOf(settings).Delete();
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var mapping in _byId.Values)
        {
            await mapping.DisposeAsync();
        }
    }

    private static bool IsSame(MappingSettings one, MappingSettings other) =>
        one.SourceArn == other.SourceArn && one.Function == other.Function;

    private async Task PrepareAsync(MappingSettings settings, CancellationToken cancellation)
    {
        await _check.RunAsync(settings, cancellation);
        if (!settings.IsQueue)
        {
            await _start.NoteAsync(settings, PositionsOf(settings), cancellation);
        }
    }

    // What was made at run time must not keep the runner from starting when a template has changed since.
    private async Task ContinueAsync(string uuid, MappingRequest request, CancellationToken cancellation)
    {
        try
        {
            var settings = MappingRules.Read(request, uuid, uuid, services.Time.GetUtcNow());
            await PrepareAsync(settings, cancellation);
            Add(settings);
        }
        catch (Exception flaw) when (flaw is LambdaServiceException or AwsException)
        {
            Progress.Warn($"The event source mapping {uuid} is left out: {flaw.Message}");
        }
    }

    private void Start(EventSourceMapping mapping, Task after)
    {
        if (mapping.Settings.IsEnabled)
        {
            mapping.Start(after, stop => mapping.Settings.IsQueue
                ? new QueuePoller(mapping, services).RunAsync(stop)
                : new StreamPoller(mapping, services, OpenPositions(mapping.Settings)).RunAsync(stop));
        }
    }

    // The predecessor may have come further since this one was prepared.
    private StreamPositions OpenPositions(MappingSettings settings) =>
        _positions[settings.Uuid] = new StreamPositions(services.Folder, settings.Uuid);

    private StreamPositions PositionsOf(MappingSettings settings) =>
        _positions.GetOrAdd(settings.Uuid, uuid => new StreamPositions(services.Folder, uuid));
}
