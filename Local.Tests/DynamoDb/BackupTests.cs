using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>
/// Backups and point-in-time recovery, as docs/operations.md has them step by step: from a table to a new one, and what does not
/// come along.
/// </summary>
[Collection(SharedEngine.Name)]
public sealed class BackupTests(EngineFixture fixture) : IAsyncLifetime
{
    private static int _tables;

    private readonly string _table = $"Ledger{Interlocked.Increment(ref _tables)}";

    private IAmazonDynamoDB Root => fixture.Root;

    private string Arn => SampleTable.Arn.Replace(SampleTable.Name, _table, StringComparison.Ordinal);

    private string Target => $"{_table}-restored";

    public async Task InitializeAsync()
    {
        await Root.CreateTableAsync(new CreateTableRequest
        {
            TableName = _table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("pk", "S"), new("sk", "S"), new("tag", "S")],
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = "ByTag",
                    KeySchema = [new("tag", KeyType.HASH), new("sk", KeyType.RANGE)],
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                },
            ],
            StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_AND_OLD_IMAGES },
        });
        await Root.UpdateTimeToLiveAsync(new()
        {
            TableName = _table,
            TimeToLiveSpecification = new() { AttributeName = "expiresAt", Enabled = true },
        });
        for (var number = 0; number < 60; number++)
        {
            await PutAsync($"{number:D2}", "before");
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var table in (await Root.ListTablesAsync()).TableNames.Where(name => name.StartsWith(_table, StringComparison.Ordinal)))
        {
            await Root.DeleteTableAsync(table);
        }

        foreach (var backup in (await Root.ListBackupsAsync(new() { TableName = _table })).BackupSummaries)
        {
            await Root.DeleteBackupAsync(new DeleteBackupRequest { BackupArn = backup.BackupArn });
        }
    }

    [Fact]
    public async Task ABackup_RestoredIntoANewTable_HasWhatThereWasThen()
    {
        var made = (await Root.CreateBackupAsync(new() { TableName = _table, BackupName = "before-the-mistake" })).BackupDetails;
        await PutAsync("00", "after");
        await Root.DeleteItemAsync(_table, EngineFixture.Key("01", "1"));

        Assert.Matches($"^{Arn}/backup/0[0-9]{{13}}-[0-9a-f]{{8}}$", made.BackupArn);
        Assert.Equal(
            ("before-the-mistake", BackupStatus.CREATING, BackupType.USER), (made.BackupName, made.BackupStatus, made.BackupType));

        var described = (await Root.DescribeBackupAsync(new DescribeBackupRequest { BackupArn = made.BackupArn })).BackupDescription;
        Assert.Equal(BackupStatus.AVAILABLE, described.BackupDetails.BackupStatus);
        Assert.Equal((_table, 60L), (described.SourceTableDetails.TableName, described.SourceTableDetails.ItemCount));
        Assert.Equal("ByTag", Assert.Single(described.SourceTableFeatureDetails.GlobalSecondaryIndexes).IndexName);
        Assert.Equal("expiresAt", described.SourceTableFeatureDetails.TimeToLiveDescription.AttributeName);

        var restored = (await Root.RestoreTableFromBackupAsync(new() { BackupArn = made.BackupArn, TargetTableName = Target }))
            .TableDescription;
        Assert.Equal((TableStatus.CREATING, made.BackupArn), (restored.TableStatus, restored.RestoreSummary.SourceBackupArn));
        Assert.Equal(Arn, restored.RestoreSummary.SourceTableArn);
        Assert.Equal("before", await TextAsync(Target, "00"));
        Assert.Equal("before", await TextAsync(Target, "01"));
        Assert.Equal(60, (await Root.ScanAsync(new ScanRequest(Target))).Count);
        var byTag = await Root.QueryAsync(new QueryRequest
        {
            TableName = Target,
            IndexName = "ByTag",
            KeyConditionExpression = "tag = :tag",
            ExpressionAttributeValues = new() { [":tag"] = new("none") },
        });
        Assert.Equal(60, byTag.Count);
    }

    [Fact]
    public async Task WhatARestoreDoesNotBring_IsNotThere_StreamTimeToLiveTagsAndRecovery()
    {
        await Root.TagResourceAsync(new() { ResourceArn = Arn, Tags = [new() { Key = "stage", Value = "dev" }] });
        var backup = (await Root.CreateBackupAsync(new() { TableName = _table, BackupName = "one" })).BackupDetails.BackupArn;
        await Root.RestoreTableFromBackupAsync(new() { BackupArn = backup, TargetTableName = Target });

        Assert.Null((await Root.DescribeTableAsync(Target)).Table.StreamSpecification);
        Assert.Equal(
            TimeToLiveStatus.DISABLED, (await Root.DescribeTimeToLiveAsync(Target)).TimeToLiveDescription.TimeToLiveStatus);
        Assert.Empty((await Root.ListTagsOfResourceAsync(new() { ResourceArn = $"{Arn}-restored" })).Tags ?? []);
        Assert.Equal(PointInTimeRecoveryStatus.DISABLED, await RecoveryAsync(Target));
    }

    [Fact]
    public async Task RecoveryToTheLatestTime_NeedsToBeOn_AndLeavesTheTableAsItIs()
    {
        Assert.Equal(PointInTimeRecoveryStatus.ENABLED, await RecoveryAsync(SampleTable.Name));
        Assert.Equal(PointInTimeRecoveryStatus.DISABLED, await RecoveryAsync(_table));
        await SetRecoveryAsync(new() { PointInTimeRecoveryEnabled = true });
        await Root.RestoreTableToPointInTimeAsync(new()
        {
            SourceTableName = _table,
            TargetTableName = Target,
            UseLatestRestorableTime = true,
            GlobalSecondaryIndexOverride = [],
        });
        await PutAsync("00", "after");

        Assert.Equal("before", await TextAsync(Target, "00"));
        await SetRecoveryAsync(new() { PointInTimeRecoveryEnabled = false });
        var off = await Assert.ThrowsAsync<PointInTimeRecoveryUnavailableException>(() => Root.RestoreTableToPointInTimeAsync(new()
        {
            SourceTableName = _table,
            TargetTableName = $"{Target}-again",
            UseLatestRestorableTime = true,
        }));
        Assert.Equal($"Point in time recovery is not enabled for table '{_table}'", off.Message);
        await SetRecoveryAsync(new() { PointInTimeRecoveryEnabled = true, RecoveryPeriodInDays = 7 });
        await Assert.ThrowsAsync<InvalidRestoreTimeException>(() => Root.RestoreTableToPointInTimeAsync(new()
        {
            SourceTableName = _table,
            TargetTableName = $"{Target}-again",
            RestoreDateTime = DateTime.UtcNow.AddHours(-1),
        }));
    }

    [Fact]
    public async Task WhatIsNotThere_OrThereAlready_IsRefusedByName()
    {
        var missing = await Assert.ThrowsAsync<TableNotFoundException>(
            () => Root.CreateBackupAsync(new() { TableName = "Missing", BackupName = "one" }));
        Assert.Equal("Table not found: Missing", missing.Message);
        const string Nowhere = SampleTable.Arn + "/backup/01576616366715-b4e58d3a";
        var unknown = await Assert.ThrowsAsync<BackupNotFoundException>(
            () => Root.DeleteBackupAsync(new DeleteBackupRequest { BackupArn = Nowhere }));
        Assert.Equal($"Backup not found: {Nowhere}", unknown.Message);
        var backup = (await Root.CreateBackupAsync(new() { TableName = _table, BackupName = "one" })).BackupDetails.BackupArn;
        var taken = await Assert.ThrowsAsync<TableAlreadyExistsException>(
            () => Root.RestoreTableFromBackupAsync(new() { BackupArn = backup, TargetTableName = _table }));
        Assert.Equal($"Table already exists: {_table}", taken.Message);
        var invalid = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => Root.CreateBackupAsync(new() { TableName = _table, BackupName = string.Join(' ', "a", "b") }));
        Assert.Equal("ValidationException", invalid.ErrorCode);
    }

    [Fact]
    public async Task Backups_AreListedInPages_ByTable_UntilTheyAreDeleted()
    {
        List<string> made = [];
        for (var number = 0; number < 3; number++)
        {
            made.Add((await Root.CreateBackupAsync(new() { TableName = _table, BackupName = $"backup-{number}" }))
                .BackupDetails.BackupArn);
        }

        made.Sort(StringComparer.Ordinal);
        var first = await Root.ListBackupsAsync(new() { TableName = _table, Limit = 2 });
        var rest = await Root.ListBackupsAsync(new() { TableName = _table, ExclusiveStartBackupArn = first.LastEvaluatedBackupArn });
        Assert.Equal(made, first.BackupSummaries.Concat(rest.BackupSummaries).Select(backup => backup.BackupArn));
        Assert.Null(rest.LastEvaluatedBackupArn);
        var deleted = await Root.DeleteBackupAsync(new DeleteBackupRequest { BackupArn = made[0] });
        Assert.Equal(BackupStatus.DELETED, deleted.BackupDescription.BackupDetails.BackupStatus);
        Assert.Equal(2, (await Root.ListBackupsAsync(new() { TableName = _table })).BackupSummaries.Count);
    }

    [Fact]
    public async Task ARole_NeedsTheBackupsPermission_AndThoseToWriteTheNewTable()
    {
        var backup = (await Root.CreateBackupAsync(new() { TableName = _table, BackupName = "one" })).BackupDetails.BackupArn;
        using var reader = fixture.Running.ClientOfRole("Backer", Allow("dynamodb:CreateBackup", Arn));
        using var restorer = fixture.Running.ClientOfRole("Restorer", Allow("dynamodb:RestoreTableFromBackup", $"{Arn}/backup/*"));

        Assert.NotNull((await reader.CreateBackupAsync(new() { TableName = _table, BackupName = "two" })).BackupDetails);
        var denied = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => reader.DescribeBackupAsync(new DescribeBackupRequest { BackupArn = backup }));
        Assert.Contains($"dynamodb:DescribeBackup on resource: {backup}", denied.Message, StringComparison.Ordinal);
        var incomplete = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => restorer.RestoreTableFromBackupAsync(new() { BackupArn = backup, TargetTableName = Target }));
        Assert.Contains("dynamodb:BatchWriteItem on resource: ", incomplete.Message, StringComparison.Ordinal);
    }

    private Task<PutItemResponse> PutAsync(string key, string text) => Root.PutItemAsync(
        _table, new(EngineFixture.Key(key, "1")) { ["text"] = new(text), ["tag"] = new("none") });

    private async Task<string> TextAsync(string table, string key) =>
        (await Root.GetItemAsync(table, EngineFixture.Key(key, "1"))).Item["text"].S;

    private async Task<PointInTimeRecoveryStatus> RecoveryAsync(string table) =>
        (await Root.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = table }))
        .ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus;

    private Task<UpdateContinuousBackupsResponse> SetRecoveryAsync(PointInTimeRecoverySpecification specification) =>
        Root.UpdateContinuousBackupsAsync(new() { TableName = _table, PointInTimeRecoverySpecification = specification });

    private static string Allow(string action, string resource) =>
        $$"""{ "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" }""";
}
