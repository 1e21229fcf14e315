using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.Hosting;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>What survives: a restart, a changed template, the death of the engine.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Items_SurviveARestartWithChangedIndexes()
    {
        await using (var first = await RunningDynamoDb.StartAsync(_data.Path, SampleTable.Template))
        {
            await first.Root.PutItemAsync(SampleTable.Name, new(EngineFixture.Key("kept", "1")) { ["author"] = new("me") });
        }

        await using (var second = await RunningDynamoDb.StartAsync(_data.Path, Changed("ByTag", "ByAuthor", "tag", "author")))
        {
            var answer = await second.Root.QueryAsync(new(SampleTable.Name)
            {
                IndexName = "ByAuthor",
                KeyConditionExpression = "author = :me",
                ExpressionAttributeValues = new() { [":me"] = new("me") },
            });
            var table = (await second.Root.DescribeTableAsync(SampleTable.Name)).Table;

            Assert.Equal(["kept"], answer.Items.Select(static item => item["pk"].S));
            Assert.Equal(["ByAuthor"], table.GlobalSecondaryIndexes.Select(static index => index.IndexName));
        }

        var refusal = await Assert.ThrowsAsync<StartupException>(
            () => RunningDynamoDb.StartAsync(_data.Path, Changed("\"sk\"", "\"order\"")));
        Assert.Equal(
            "Stack/Table (AWS::DynamoDB::GlobalTable): the key schema changed from 'pk S HASH sk S RANGE' to 'pk S HASH order S RANGE', "
                + "for which the table must be replaced; 'make clean' removes all local data, and the next start creates it anew",
            refusal.Message);
    }

    [Fact]
    public async Task DeathOfTheEngine_LosesNothingThatWasAcknowledged()
    {
        await using var running = await RunningDynamoDb.StartAsync(_data.Path, SampleTable.Template);
        var (acknowledged, refused) = (new List<string>(), new List<AmazonDynamoDBException>());
        var victim = running.Service.EngineProcessId!.Value;

        for (var i = 0; refused.Count == 0 || acknowledged.Count < 60; i++)
        {
            if (i == 30)
            {
                using var process = Process.GetProcessById(victim);
                process.Kill();
            }

            try
            {
                await running.Root.PutItemAsync(SampleTable.Name, EngineFixture.Key("burst", $"{i}"));
                acknowledged.Add($"{i}");
            }
            catch (AmazonDynamoDBException failure)
            {
                refused.Add(failure);
                await Task.Delay(20);
            }
        }

        var kept = (await running.Root.QueryAsync(new(SampleTable.Name)
        {
            KeyConditionExpression = "pk = :burst",
            ExpressionAttributeValues = new() { [":burst"] = new("burst") },
            ConsistentRead = true,
        })).Items.Select(static item => item["sk"].S).ToHashSet();
        Assert.NotEqual((int?)victim, running.Service.EngineProcessId);
        Assert.Empty(acknowledged.Except(kept));
        Assert.All(refused, static failure => Assert.Contains(failure.ErrorCode, new[] { "InternalServerError", "ServiceUnavailable" }));
    }

    [Fact]
    public async Task Engine_ThatCannotBeStartedAgainAtOnce_IsTriedOnceMore()
    {
        var processes = new TestProcesses();
        await using var engine = new DatabaseEngine(RunningDynamoDb.Settings(_data.Path).Tools, _data.Path, processes);
        engine.Begin();
        await engine.StartedAsync(default);
        var first = engine.ProcessId;

        processes.FailOnce(new InvalidOperationException("odd"));
        processes.Last!.Kill();

        Assert.True(SpinWait.SpinUntil(() => engine.ProcessId is { } id && id != first, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Engine_ThatFailsInAnUnknownWay_IsRefused()
    {
        var processes = new TestProcesses();
        processes.FailOnce(new InvalidOperationException("odd"));
        await using var engine = new DatabaseEngine(RunningDynamoDb.Settings(_data.Path).Tools, _data.Path, processes);
        engine.Begin();

        var refusal = await Assert.ThrowsAsync<StartupException>(() => engine.StartedAsync(default));

        Assert.Equal("DynamoDB Local cannot be started: odd", refusal.Message);
    }

    [Fact]
    public async Task Data_IsTheOwnersAlone()
    {
        await using var running = await RunningDynamoDb.StartAsync(_data.Path);
        var folder = Path.Combine(_data.Path, "dynamodb");

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "access-key")));
        }

        Assert.Matches("^[A-Za-z0-9]{40}$", await File.ReadAllTextAsync(Path.Combine(folder, "access-key")));
    }

    [Fact]
    public async Task MissingEngine_IsRefusedInOneLine()
    {
        var settings = RunningDynamoDb.Settings(_data.Path) with { Tools = _data.Path };
        await using var processes = new ChildProcesses(settings);
        await using var service = new DynamoDbService(settings, processes, new Identities(TimeProvider.System));
        service.Begin();

        var refusal = await Assert.ThrowsAsync<StartupException>(() => service.StartAsync(default));

        Assert.Equal(
            $"DynamoDB Local is missing: there is no {_data.Path}/dynamodb-local/DynamoDBLocal.jar ('make up' installs it)",
            refusal.Message);
    }

    [Theory]
    [InlineData("AWS::DynamoDB::GlobalTable", """{ "KeySchema": [], "Replicas": [ { "Region": "eu-west-1" } ] }""",
        "Stack/Table (AWS::DynamoDB::GlobalTable): property 'Replicas' is not supported locally: "
        + "none is in us-east-1, the only Region here")]
    [InlineData("AWS::DynamoDB::Table", """{ "KeySchema": [ { "AttributeName": "pk", "KeyType": "HASH" } ] }""",
        "Stack/Table (AWS::DynamoDB::Table): property 'ProvisionedThroughput' is required with billing mode PROVISIONED")]
    public async Task WhatCannotBeProvisioned_IsRefused(string type, string properties, string why)
    {
        var settings = RunningDynamoDb.Settings(_data.Path);
        await using var processes = new ChildProcesses(settings);
        await using var service = new DynamoDbService(settings, processes, new Identities(TimeProvider.System));

        Assert.Equal(
            why, Assert.Throws<StartupException>(() => service.ResourceTypes.Provision(type, "Table", properties, "Stack")).Message);
    }

    private static string Changed(params string[] replacements)
    {
        var template = SampleTable.Template;
        for (var i = 0; i < replacements.Length; i += 2)
        {
            template = template.Replace(replacements[i], replacements[i + 1], StringComparison.Ordinal);
        }

        return JsonNode.Parse(template)!.ToJsonString();
    }
}
