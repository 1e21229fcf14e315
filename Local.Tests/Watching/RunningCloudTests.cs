using Amazon.DynamoDBv2.Model;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.Watching;

public sealed class RunningCloudTests
{
    [Fact]
    public async Task Apply_OfTheSameAssembly_ChangesNothing()
    {
        await using var running = await RunningApp.StartAsync();
        var before = await running.AskAsync();

        Assert.True((await running.ApplyAsync()).IsNothing);

        Assert.Equal(before, await running.AskAsync());
    }

    [Fact]
    public async Task Apply_OfNewCode_IsAnsweredByIt_AndTheTableKeepsItsItems()
    {
        await using var running = await RunningApp.StartAsync();
        await running.Database.PutItemAsync("Small", new() { ["pk"] = new AttributeValue("kept") });
        Assert.Equal("one", (await running.AskAsync()).Version);
        running.App.Version = "two";

        var difference = await running.ApplyAsync();

        Assert.Equal("Answer: new Code; 12 unchanged", difference.Line);
        Assert.Equal("two", (await running.AskAsync()).Version);
        var found = await running.Database.GetItemAsync("Small", new() { ["pk"] = new AttributeValue("kept") });
        Assert.Equal("kept", found.Item["pk"].S);
    }

    [Fact]
    public async Task Apply_OfAnotherChange_KeepsTheEnvironmentsOfAFunctionThatIsTheSame()
    {
        await using var running = await RunningApp.StartAsync();
        var before = await running.AskAsync();
        running.App.Page = "<p>two";

        await running.ApplyAsync();

        Assert.Equal(before, await running.AskAsync());
    }

    [Fact]
    public async Task Apply_OfNewCode_LetsARequestThatIsUnderWayEndWithTheOld()
    {
        await using var running = await RunningApp.StartAsync();
        var (begun, until) = (Path.Combine(running.App.Path, "begun"), Path.Combine(running.App.Path, "until"));
        using var signs = new FileSystemWatcher(running.App.Path, "begun") { EnableRaisingEvents = true };
        var hasBegun = new TaskCompletionSource();
        signs.Created += (_, _) => hasBegun.TrySetResult();
        var underWay = running.AskAsync($"?begun={Uri.EscapeDataString(begun)}&until={Uri.EscapeDataString(until)}");
        await hasBegun.Task;
        running.App.Version = "two";

        await running.ApplyAsync();
        var after = await running.AskAsync();
        await File.WriteAllTextAsync(until, "");

        Assert.Equal(("one", "two"), ((await underWay).Version, after.Version));
    }

    [Fact]
    public async Task Apply_OfAChangedPage_IsSeenAtOnce_WhateverTheEdgeHasCached()
    {
        await using var running = await RunningApp.StartAsync();
        Assert.StartsWith("<p>one", await running.PageAsync(), StringComparison.Ordinal);
        Assert.StartsWith("<p>one", await running.PageAsync(), StringComparison.Ordinal);
        running.App.Page = "<p>two";

        var difference = await running.ApplyAsync();

        Assert.Equal("Deployed: new SourceObjectKeys; 12 unchanged", difference.Line);
        Assert.StartsWith("<p>two", await running.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_OfANewTable_CreatesIt_AndOfARemovedOne_KeepsTheOthers()
    {
        await using var running = await RunningApp.StartAsync();
        running.App.More = """
            ,"Other":{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"Other","BillingMode":"PAY_PER_REQUEST",
              "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]}}
            """;

        Assert.Equal("Other: added; 13 unchanged", (await running.ApplyAsync()).Line);
        await running.Database.PutItemAsync("Other", new() { ["id"] = new AttributeValue("x") });
        running.App.More = "";

        Assert.Equal("Other: removed; 13 unchanged", (await running.ApplyAsync()).Line);
        Assert.Equal("ACTIVE", (await running.Database.DescribeTableAsync("Small")).Table.TableStatus.Value);
    }

    [Fact]
    public async Task Apply_OfATypeThatIsNotHonored_IsRefusedByName_AndTheOldVersionServesOn()
    {
        await using var running = await RunningApp.StartAsync();
        var before = await running.AskAsync();
        (running.App.Version, running.App.More) = ("two", """,Odd":{"Type":"AWS::Odd::Thing"}""".Insert(1, "\""));

        var refusal = await Assert.ThrowsAsync<StartupException>(running.ApplyAsync);

        Assert.Contains("AWS::Odd::Thing", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await running.AskAsync());
    }

    [Fact]
    public async Task Apply_OfATableWithAnotherKey_SaysThatItMustBeReplaced_AndItsItemsStay()
    {
        await using var running = await RunningApp.StartAsync();
        await running.Database.PutItemAsync("Small", new() { ["pk"] = new AttributeValue("kept") });
        running.App.TableKey = "id";

        var refusal = await Assert.ThrowsAsync<StartupException>(running.ApplyAsync);

        Assert.Contains("Small/Table", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("must be replaced", refusal.Message, StringComparison.Ordinal);
        var found = await running.Database.GetItemAsync("Small", new() { ["pk"] = new AttributeValue("kept") });
        Assert.Equal("kept", found.Item["pk"].S);
    }

    [Fact]
    public async Task Apply_AfterARefusal_TakesTheMendedAssembly()
    {
        await using var running = await RunningApp.StartAsync();
        running.App.TableKey = "id";
        await Assert.ThrowsAsync<StartupException>(running.ApplyAsync);
        (running.App.TableKey, running.App.Version) = ("pk", "two");

        await running.ApplyAsync();

        Assert.Equal("two", (await running.AskAsync()).Version);
    }
}
