using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Backups;

/// <summary>
/// On-demand backups and restores into new tables
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Backup-and-Restore.html), one at a time. What is under way on AWS
/// when it responds is done here.
/// </summary>
internal sealed class BackupOperations(
    TableCopy copy, BackupStore store, ContinuousBackups continuous, Tables tables, ArnTranslation arns, TimeProvider time)
    : IDisposable
{
    private const int PageSize = 100;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Performs an operation on backups; null for any other.</summary>
    /// <exception cref="DynamoDbException">It is refused.</exception>
    public async Task<JsonObject?> PerformAsync(string operation, JsonElement request, CancellationToken cancellation) => operation switch
    {
        "CreateBackup" => await InTurnAsync(() => CreateAsync(request, cancellation), cancellation),
        "DescribeBackup" => BackupDescriptions.Description(Find(request), "AVAILABLE"),
        "ListBackups" => List(request),
        "DeleteBackup" => await InTurnAsync(() => Task.FromResult(Delete(request)), cancellation),
        "RestoreTableFromBackup" => await InTurnAsync(() => RestoreAsync(request, cancellation), cancellation),
        "RestoreTableToPointInTime" => await InTurnAsync(() => RecoverAsync(request, cancellation), cancellation),
        "DescribeContinuousBackups" => continuous.Describe(await ExistingAsync(request, cancellation)),
        "UpdateContinuousBackups" =>
            continuous.Update(await ExistingAsync(request, cancellation), request.Get("PointInTimeRecoverySpecification")),
        _ => null,
    };

    public void Dispose() => _turn.Dispose();

    private async Task<JsonObject> CreateAsync(JsonElement request, CancellationToken cancellation)
    {
        var name = await ExistingAsync(request, cancellation);
        if (store.All.Count >= BackupStore.Most)
        {
            throw Error("LimitExceededException", $"This runner keeps {BackupStore.Most} backups. Delete one of them.");
        }

        var items = await copy.ReadAsync(name, cancellation);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var id = $"{now.ToString("D14", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        var backup = new BackupRecord
        {
            Arn = $"{TableNames.Arn(name)}/backup/{id}",
            Name = request.Text("BackupName")!,
            CreatedAt = now / 1000.0,
            SizeBytes = items.Sum(item => DeepJson.Write(item).Length),
            ItemCount = items.Count,
            Table = (await copy.DescribeAsync(name, cancellation))!,
            TimeToLive = await copy.DescribeTimeToLiveAsync(name, cancellation),
        };
        await store.KeepAsync(backup, items, cancellation);
        return new() { ["BackupDetails"] = BackupDescriptions.Details(backup, "CREATING") };
    }

    private JsonObject List(JsonElement request)
    {
        var table = request.Text("TableName") is { } named ? TableNames.NameOf(named) : null;
        var (from, until) = (Number(request, "TimeRangeLowerBound"), Number(request, "TimeRangeUpperBound"));
        var most = (int)(Number(request, "Limit") ?? PageSize);
        var found = store.All
            .Where(_ => request.Text("BackupType") is null or "USER" or "ALL")
            .Where(backup => (table is null || backup.TableName == table)
                && (from is null || backup.CreatedAt >= from)
                && (until is null || backup.CreatedAt < until))
            .SkipWhile(backup => request.Text("ExclusiveStartBackupArn") is { } last
                && string.CompareOrdinal(Id(backup.Arn), Id(last)) <= 0)
            .ToList();
        var listed = new JsonObject { ["BackupSummaries"] = new JsonArray([.. found.Take(most).Select(BackupDescriptions.Summary)]) };
        if (found.Count > most)
        {
            listed["LastEvaluatedBackupArn"] = found[most - 1].Arn;
        }

        return listed;
    }

    private JsonObject Delete(JsonElement request)
    {
        var backup = Find(request);
        store.Delete(backup);
        return BackupDescriptions.Description(backup, "DELETED");
    }

    private async Task<JsonObject> RestoreAsync(JsonElement request, CancellationToken cancellation)
    {
        var backup = Find(request);
        return await MakeAsync(backup.Table, store.ItemsOf(backup), backup.CreatedAt, backup.Arn, request, cancellation);
    }

    private async Task<JsonObject> RecoverAsync(JsonElement request, CancellationToken cancellation)
    {
        var source = TableNames.NameOf(request.Text("SourceTableArn") ?? request.Text("SourceTableName")
            ?? throw DynamoDbException.Invalid(
                "One or more parameter values were invalid: SourceTableName or SourceTableArn must be specified"));
        var table = await copy.DescribeAsync(source, cancellation)
            ?? throw Error("TableNotFoundException", $"Table not found: {source}");
        if (!continuous.IsEnabled(source))
        {
            throw Error("PointInTimeRecoveryUnavailableException", $"Point in time recovery is not enabled for table '{source}'");
        }

        if (request.Get("UseLatestRestorableTime").ValueKind is not JsonValueKind.True)
        {
            throw Number(request, "RestoreDateTime") is null
                ? DynamoDbException.Invalid(
                    "One or more parameter values were invalid: RestoreDateTime or UseLatestRestorableTime must be specified")
                : Error(
                    "InvalidRestoreTimeException",
                    "An invalid restore time was specified. RestoreDateTime must be between EarliestRestorableDateTime and "
                    + "LatestRestorableDateTime. (This runner keeps no history: use UseLatestRestorableTime.)");
        }

        var items = await copy.ReadAsync(source, cancellation);
        return await MakeAsync(table, items, continuous.Now(), null, request, cancellation);
    }

    private async Task<JsonObject> MakeAsync(
        JsonObject table, IEnumerable<JsonNode> items, double moment, string? backup, JsonElement request, CancellationToken cancellation)
    {
        var target = request.Text("TargetTableName")!;
        if (await copy.DescribeAsync(target, cancellation) is not null)
        {
            throw Error("TableAlreadyExistsException", $"Table already exists: {target}");
        }

        var created = await copy.CreateAsync(table, target, request, cancellation);
        await copy.WriteAsync(target, items, cancellation);
        tables.Forget(target);
        arns.Translate("CreateTable", created);
        TableDescriptions.Translate("CreateTable", created);
        var summary = new JsonObject
        {
            ["SourceTableArn"] = TableNames.Arn((string)table["TableName"]!),
            ["RestoreDateTime"] = moment,
            ["RestoreInProgress"] = true,
        };
        if (backup is not null)
        {
            summary["SourceBackupArn"] = backup;
        }

        created["TableDescription"]!["RestoreSummary"] = summary;
        return created;
    }

    private BackupRecord Find(JsonElement request) => request.Text("BackupArn") is { } arn && store.Find(arn) is { } backup
        ? backup
        : throw Error("BackupNotFoundException", $"Backup not found: {request.Text("BackupArn")}");

    private async Task<string> ExistingAsync(JsonElement request, CancellationToken cancellation)
    {
        var name = TableNames.NameOf(request.Text("TableName")!);
        return await tables.FindShapeAsync(name, cancellation) is not null
            ? name
            : throw Error("TableNotFoundException", $"Table not found: {name}");
    }

    private async Task<JsonObject> InTurnAsync(Func<Task<JsonObject>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private static double? Number(JsonElement request, string name) =>
        request.Get(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static string Id(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private static DynamoDbException Error(string code, string message) =>
        new(new AwsError(400, code, message) { Namespace = DynamoDbException.Namespace });
}
