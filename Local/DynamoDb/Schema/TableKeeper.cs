using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb.Engine;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>
/// Makes the engine's tables what the templates want: creates them once, keeps what is in them, changes what DynamoDB can
/// change, and refuses what CloudFormation would only do by replacing the table.
/// </summary>
internal sealed class TableKeeper(EngineClient engine, StreamLabels labels)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Creates or updates one table and waits until it is active.</summary>
    /// <exception cref="StartupException">Its key schema changed, or the engine does not accept it.</exception>
    public async Task KeepAsync(TableDefinition table, CancellationToken cancellation)
    {
        var answer = await engine.TryCallAsync("DescribeTable", TableRequest.Named(table), cancellation);
        if (answer is null)
        {
            await engine.CallAsync("CreateTable", TableRequest.Create(table), cancellation);
        }
        else
        {
            RefuseReplacement(table, answer["Table"]!);
            await UpdateIndexesAsync(table, answer["Table"]!, cancellation);
            await UpdateStreamAsync(table, answer["Table"]!, cancellation);
            await UpdateProtectionAsync(table, answer["Table"]!, cancellation);
        }

        await UpdateTimeToLiveAsync(table, cancellation);
        var description = await WaitAsync(table, cancellation);
        labels.Set(table.Name, (string?)description["LatestStreamLabel"]);
    }

    private static void RefuseReplacement(TableDefinition table, JsonNode existing)
    {
        RefuseIf("key schema", KeyText.Describe(existing), KeyText.Describe(table.Key, table.Attributes));
        RefuseIf(
            "local secondary indexes",
            string.Join("; ", KeyText.DescribeIndexes(existing, "LocalSecondaryIndexes").Values.Order()),
            string.Join("; ", table.LocalIndexes.Select(index => KeyText.Describe(index, table.Attributes)).Order()));

        void RefuseIf(string what, string was, string wanted)
        {
            if (was != wanted)
            {
                throw new StartupException(
                    $"{table.Place}: the {what} changed from '{was}' to '{wanted}', for which the table must be replaced; "
                    + "'make clean' removes all local data, and the next start creates it anew");
            }
        }
    }

    // DynamoDB changes one index at a time.
    private async Task UpdateIndexesAsync(TableDefinition table, JsonNode existing, CancellationToken cancellation)
    {
        var present = KeyText.DescribeIndexes(existing, "GlobalSecondaryIndexes");
        var wanted = table.GlobalIndexes.ToDictionary(
            static index => index.IndexName, index => KeyText.Describe(index, table.Attributes));
        foreach (var (name, _) in present.Where(index => wanted.GetValueOrDefault(index.Key) != index.Value))
        {
            await UpdateIndexAsync(table, "Delete", new JsonObject { ["IndexName"] = name }, cancellation);
        }

        foreach (var index in table.GlobalIndexes)
        {
            if (present.GetValueOrDefault(index.IndexName) != wanted[index.IndexName])
            {
                await UpdateIndexAsync(table, "Create", TableRequest.Index(index), cancellation);
            }
        }
    }

    private async Task UpdateIndexAsync(TableDefinition table, string change, JsonObject index, CancellationToken cancellation)
    {
        await engine.CallAsync("UpdateTable", TableRequest.UpdateIndex(table, change, index), cancellation);
        await WaitAsync(table, cancellation);
    }

    private async Task UpdateStreamAsync(TableDefinition table, JsonNode existing, CancellationToken cancellation)
    {
        var present = (string?)existing["StreamSpecification"]?["StreamViewType"];
        if (present == table.StreamView)
        {
            return;
        }

        if (present is not null)
        {
            await UpdateAsync("StreamSpecification", new JsonObject { ["StreamEnabled"] = false });
        }

        if (table.StreamView is not null)
        {
            await UpdateAsync("StreamSpecification", TableRequest.Stream(table.StreamView));
        }

        async Task UpdateAsync(string name, JsonNode value)
        {
            var request = TableRequest.Named(table);
            request[name] = value;
            await engine.CallAsync("UpdateTable", request, cancellation);
            await WaitAsync(table, cancellation);
        }
    }

    private async Task UpdateProtectionAsync(TableDefinition table, JsonNode existing, CancellationToken cancellation)
    {
        if ((bool?)existing["DeletionProtectionEnabled"] != table.IsProtected)
        {
            var request = TableRequest.Named(table);
            request["DeletionProtectionEnabled"] = table.IsProtected;
            await engine.CallAsync("UpdateTable", request, cancellation);
        }
    }

    private async Task UpdateTimeToLiveAsync(TableDefinition table, CancellationToken cancellation)
    {
        var answer = await engine.CallAsync("DescribeTimeToLive", TableRequest.Named(table), cancellation);
        var present = (string?)answer["TimeToLiveDescription"]?["TimeToLiveStatus"] is "ENABLED" or "ENABLING"
            ? (string?)answer["TimeToLiveDescription"]!["AttributeName"]
            : null;
        if (present == table.TimeToLive)
        {
            return;
        }

        if (present is not null)
        {
            await SetAsync(present, false);
        }

        if (table.TimeToLive is not null)
        {
            await SetAsync(table.TimeToLive, true);
        }

        Task SetAsync(string attribute, bool enabled)
        {
            var request = TableRequest.Named(table);
            request["TimeToLiveSpecification"] = new JsonObject { ["AttributeName"] = attribute, ["Enabled"] = enabled };
            return engine.CallAsync("UpdateTimeToLive", request, cancellation);
        }
    }

    private async Task<JsonNode> WaitAsync(TableDefinition table, CancellationToken cancellation)
    {
        while (true)
        {
            var description = (await engine.CallAsync("DescribeTable", TableRequest.Named(table), cancellation))["Table"]!;
            var indexes = description["GlobalSecondaryIndexes"]?.AsArray() ?? [];
            if ((string?)description["TableStatus"] == "ACTIVE"
                && indexes.All(static index => (string?)index!["IndexStatus"] == "ACTIVE"))
            {
                return description;
            }

            await Task.Delay(Poll, cancellation);
        }
    }
}
