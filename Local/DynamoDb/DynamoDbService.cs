using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb.Backups;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Pipeline;
using Lexicon.Local.DynamoDb.Resources;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;
using Lexicon.Local.DynamoDb.Streams;
using Lexicon.Local.DynamoDb.Validation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb;

/// <summary>
/// Amazon DynamoDB and DynamoDB Streams: Amazon's own engine, behind what it lacks: signatures, policies, our account's ARNs,
/// and a process that is started again when it dies.
/// </summary>
internal sealed class DynamoDbService : IService, IAwsService, IStreams
{
    private readonly DatabaseEngine _engine;
    private readonly StreamLabels _labels;
    private readonly TableTags _tags;
    private readonly SettingsOfTables _settings;
    private readonly Tables _tables;
    private readonly TableKeeper _keeper;
    private readonly WriteSignal _writes;
    private readonly StreamAccess _streams;
    private readonly BackupStore _backups;
    private readonly BackupOperations _backing;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DynamoDbApi _api;

    /// <summary>Builds the service; nothing is started.</summary>
    /// <param name="settings">Where tools and data are.</param>
    /// <param name="processes">Starts the engine.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="before">Whose engine, which runs, serves this one, too.</param>
    public DynamoDbService(
        Settings settings, IChildProcesses processes, IIdentities identities, DynamoDbService? before = null)
    {
        var folder = Path.Combine(settings.Data, "dynamodb");
        _engine = before?._engine ?? new DatabaseEngine(settings.Tools, folder, processes);
        _labels = before?._labels ?? new StreamLabels();
        _tags = before?._tags ?? new TableTags(folder);
        _backups = before?._backups ?? new BackupStore(folder);
        _settings = before?._settings ?? new SettingsOfTables(folder, TimeProvider.System);
        var client = new EngineClient(_engine);
        _tables = new Tables(identities, client);
        _keeper = new TableKeeper(client, _labels);
        _writes = before?._writes ?? new WriteSignal();
        var arns = new ArnTranslation(_labels);
        _streams = new StreamAccess(_engine, arns, identities, _writes, TimeProvider.System);
        _backing = new BackupOperations(
            new TableCopy(client),
            _backups,
            new ContinuousBackups(_tables, _settings, TimeProvider.System),
            _tables,
            arns,
            TimeProvider.System);
        _api = new DynamoDbApi(
            _engine, new RequestPipeline(_engine, client, identities, _tables, _tags, _settings, arns, _writes, _backing));
        ResourceTypes = [new TableType(_tables), new GlobalTableType(_tables)];
    }

    public string Name => "DynamoDB";

    public string SigningName => "dynamodb";

    public IEnumerable<string> Operations => ApiModel.Instance.Operations;

    public AwsError InternalError => new(500, "InternalServerError", "Internal server error")
    {
        Namespace = DynamoDbException.Namespace,
    };

    public IEnumerable<IResourceType> ResourceTypes { get; }

    /// <summary>The process of the engine that runs now.</summary>
    public int? EngineProcessId => _engine.ProcessId;

    public void Begin() => _engine.Begin();

    public async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            await KeepTablesAsync(cancellation);
            _ready.TrySetResult();
        }
        catch
        {
            // Who waits for the tables waits no more; the reason is reported by this service.
            _ready.TrySetCanceled(CancellationToken.None);
            throw;
        }
    }

    public bool Claims(HttpRequest request) =>
        request.Headers["x-amz-target"].ToString().StartsWith("DynamoDB", StringComparison.Ordinal);

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public Task Written => _streams.Written;

    public bool IsOfTemplates(string streamArn) => _tables.Definitions.Any(
        table => table.StreamView is not null && TableNames.StreamArn(table.Name) == streamArn);

    public Task ReadyAsync(CancellationToken cancellation) => _ready.Task.WaitAsync(cancellation);

    public Decision Authorize(Caller caller, string operation, string streamArn) => _streams.Authorize(caller, operation, streamArn);

    public Task<IReadOnlyList<StreamShard>?> DescribeAsync(Caller caller, string streamArn, CancellationToken cancellation) =>
        _streams.DescribeAsync(caller, streamArn, cancellation);

    public Task<string> IterateAsync(
        Caller caller, string streamArn, string shardId, string? after, CancellationToken cancellation) =>
        _streams.IterateAsync(caller, streamArn, shardId, after, cancellation);

    public Task<StreamPage> ReadAsync(
        Caller caller, string streamArn, string iterator, int most, CancellationToken cancellation) =>
        _streams.ReadAsync(caller, streamArn, iterator, most, cancellation);

    public ValueTask DisposeAsync()
    {
        _backing.Dispose();
        return _engine.DisposeAsync();
    }

    private async Task KeepTablesAsync(CancellationToken cancellation)
    {
        if (!_engine.HasBegun)
        {
            return;
        }

        await _engine.StartedAsync(cancellation);
        foreach (var table in _tables.Definitions)
        {
            await _keeper.KeepAsync(table, cancellation);
        }
    }
}
