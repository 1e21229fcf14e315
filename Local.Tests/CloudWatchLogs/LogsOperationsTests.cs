using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.CloudWatchLogs.Api;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.CloudWatchLogs;

/// <summary>What CloudWatch Logs' operations return, of two groups with events a second apart.</summary>
public sealed class LogsOperationsTests : IAsyncLifetime
{
    private const string Group = "/aws/lambda/f";
    private static readonly DateTimeOffset Begin = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly long Start = Begin.ToUnixTimeMilliseconds();

    private readonly string _folder = Directory.CreateTempSubdirectory("logs-tests-").FullName;
    private readonly TestClock _clock = new(Begin);
    private readonly LogGroups _groups;
    private readonly AwsOperations _operations;

    public LogsOperationsTests()
    {
        _groups = new(_folder, _clock);
        _operations = new LogsOperations(_groups).Table(new Identities(_clock));
    }

    public async Task InitializeAsync()
    {
        _groups.Group("/aws/lambda/silent").RetentionInDays = 7;
        await using var writer = new LogWriter(_groups, _clock);
        string[] streams = ["b", "a", "b", "a", "b"];
        foreach (var (i, stream) in streams.Index())
        {
            _clock.SetUtcNow(Begin.AddSeconds(i));
            writer.Write(Group, stream, $"event {i}");
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public void Groups_AreThoseWithEventsAndThoseDeclared()
    {
        var described = Perform("DescribeLogGroups", """{}""")["logGroups"]!.AsArray();

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                [
                  {
                    "logGroupName": "/aws/lambda/f", "creationTime": {{Start}},
                    "arn": "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/f:*",
                    "logGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/f", "storedBytes": 240,
                    "logGroupClass": "STANDARD"
                  },
                  {
                    "logGroupName": "/aws/lambda/silent", "creationTime": {{Start}},
                    "arn": "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/silent:*",
                    "logGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/silent", "storedBytes": 0,
                    "logGroupClass": "STANDARD", "retentionInDays": 7
                  }
                ]
                """),
            described),
            described.ToJsonString());
    }

    [Theory]
    [InlineData("""{"logGroupNamePrefix":"/aws/lambda/s"}""", "/aws/lambda/silent")]
    [InlineData("""{"logGroupNamePattern":"da/f"}""", "/aws/lambda/f")]
    [InlineData("""{"logGroupNamePattern":"DA/F"}""", "")]
    public void Groups_AreFoundByTheirNames(string request, string names) => Assert.Equal(
        names, string.Join(' ', Perform("DescribeLogGroups", request)["logGroups"]!.AsArray().Select(group => group!["logGroupName"])));

    [Fact]
    public void Groups_ComeInPages()
    {
        var first = Perform("DescribeLogGroups", """{"limit":1}""");
        var second = Perform("DescribeLogGroups", $$"""{"limit":1,"nextToken":"{{first["nextToken"]}}"}""");

        Assert.Equal("/aws/lambda/f", (string?)first["logGroups"]!.AsArray().Single()!["logGroupName"]);
        Assert.Equal("/aws/lambda/silent", (string?)second["logGroups"]!.AsArray().Single()!["logGroupName"]);
        Assert.False(second.ContainsKey("nextToken"));
    }

    [Theory]
    [InlineData("{}", "a b")]
    [InlineData("""{"descending":true}""", "b a")]
    [InlineData("""{"orderBy":"LastEventTime"}""", "a b")]
    [InlineData("""{"orderBy":"LastEventTime","descending":true,"limit":1}""", "b")]
    [InlineData("""{"logStreamNamePrefix":"b"}""", "b")]
    public void Streams_AreInTheOrderThatIsAskedFor(string request, string names)
    {
        var streams = Perform("DescribeLogStreams", request, Group)["logStreams"]!.AsArray();

        Assert.Equal(names, string.Join(' ', streams.Select(stream => stream!["logStreamName"])));
    }

    [Fact]
    public void Stream_TellsItsFirstAndItsLastEvent()
    {
        var stream = Perform("DescribeLogStreams", """{"logStreamNamePrefix":"a"}""", Group)["logStreams"]!.AsArray().Single();

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                {
                  "logStreamName": "a", "creationTime": {{Start + 1000}}, "firstEventTimestamp": {{Start + 1000}},
                  "lastEventTimestamp": {{Start + 3000}}, "lastIngestionTime": {{Start + 3000}},
                  "arn": "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/f:log-stream:a", "storedBytes": 0
                }
                """),
            stream),
            stream!.ToJsonString());
    }

    [Theory]
    [InlineData("{}", "0 1 2 3 4")]
    [InlineData("""{"filterPattern":"\"event 3\""}""", "3")]
    [InlineData("""{"logStreamNames":["a"]}""", "1 3")]
    [InlineData("""{"logStreamNamePrefix":"b"}""", "0 2 4")]
    [InlineData("""{"startTime":1,"endTime":3}""", "1 2 3")]
    public void FilteredEvents_AreThoseOfAllStreamsInTheOrderOfTime(string request, string events) =>
        Assert.Equal(events, Numbers(Perform("FilterLogEvents", request, Group)));

    [Fact]
    public void FilteredEvents_ComeInPages_WithIdsThatStay()
    {
        var first = Perform("FilterLogEvents", """{"limit":3}""", Group);
        var second = Perform("FilterLogEvents", $$"""{"limit":3,"nextToken":"{{first["nextToken"]}}"}""", Group);
        var again = Perform("FilterLogEvents", "{}", Group);

        Assert.Equal(("0 1 2", "3 4"), (Numbers(first), Numbers(second)));
        Assert.False(second.ContainsKey("nextToken"));
        Assert.Equal(Ids(first).Concat(Ids(second)), Ids(again));
        Assert.All(Ids(again), id => Assert.Matches("^[0-9]{56}$", id));
    }

    [Theory]
    [InlineData("""{"limit":2}""", "2 4")]
    [InlineData("""{"limit":2,"startFromHead":true}""", "0 2")]
    [InlineData("""{"startTime":2,"endTime":4}""", "2")]
    public void EventsOfAStream_AreItsLast_OrItsFirst(string request, string events) =>
        Assert.Equal(events, Numbers(Perform("GetLogEvents", request, Group, "b")));

    [Fact]
    public void EventsOfAStream_ArePagedBothWays_AndTheEndReturnsItsOwnToken()
    {
        var last = Perform("GetLogEvents", """{"limit":2}""", Group, "b");
        var before = Perform("GetLogEvents", $$"""{"limit":2,"nextToken":"{{last["nextBackwardToken"]}}"}""", Group, "b");
        var end = Perform("GetLogEvents", $$"""{"limit":2,"nextToken":"{{last["nextForwardToken"]}}"}""", Group, "b");

        Assert.Equal(("2 4", "0", ""), (Numbers(last), Numbers(before), Numbers(end)));
        Assert.Equal((string?)last["nextForwardToken"], (string?)end["nextForwardToken"]);
        Assert.Equal(((string)last["nextBackwardToken"]!)[1..], ((string)before["nextForwardToken"]!)[1..]);
    }

    [Theory]
    [InlineData("FilterLogEvents", """{"logGroupName":"none"}""", "ResourceNotFoundException", "The specified log group does not exist.")]
    [InlineData(
        "GetLogEvents", """{"logGroupName":"/aws/lambda/f","logStreamName":"c"}""",
        "ResourceNotFoundException", "The specified log stream does not exist.")]
    [InlineData(
        "FilterLogEvents", """{"logGroupName":"/aws/lambda/f","logStreamNames":["c"]}""",
        "ResourceNotFoundException", "The specified log stream does not exist.")]
    [InlineData(
        "FilterLogEvents", "{}", "InvalidParameterException", "You must include either logGroupIdentifier or logGroupName.")]
    [InlineData(
        "FilterLogEvents", """{"logGroupName":"/aws/lambda/f","limit":10001}""", "InvalidParameterException",
        "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal "
            + "to 10000")]
    [InlineData(
        "FilterLogEvents", """{"logGroupName":"/aws/lambda/f","nextToken":"?"}""", "InvalidParameterException",
        "The specified nextToken is invalid.")]
    [InlineData(
        "DescribeLogGroups", """{"logGroupClass":"STANDARD"}""", "InvalidParameterException",
        "logGroupClass is not supported by the local runner.")]
    [InlineData(
        "CreateLogGroup", """{"logGroupName":"x"}""", "UnknownOperationException",
        "CreateLogGroup: of CloudWatch Logs, the local runner serves DescribeLogGroups, DescribeLogStreams, FilterLogEvents and "
            + "GetLogEvents.")]
    public void WhatCannotBe_IsRefused(string operation, string request, string code, string message)
    {
        var error = Assert.Throws<LogsException>(() => Perform(operation, request));

        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public void Group_IsNamedByItsArn_Too() => Assert.Equal("0 1 2 3 4", Numbers(Perform(
        "FilterLogEvents", """{"logGroupIdentifier":"arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/f"}""")));

    private JsonObject Perform(string operation, string request, string? group = null, string? stream = null)
    {
        var members = JsonNode.Parse(request)!.AsObject();
        foreach (var time in (string[])["startTime", "endTime"])
        {
            // Seconds, in these tests.
            if (members[time] is { } seconds)
            {
                members[time] = Start + ((int)seconds * 1000);
            }
        }

        if (group is not null)
        {
            members["logGroupName"] = group;
        }

        if (stream is not null)
        {
            members["logStreamName"] = stream;
        }

        // Nothing of it waits for anything.
        var performed = _operations.PerformAsync(new(new DefaultHttpContext(), Caller.Root, operation, members));
        Assert.True(performed.IsCompleted);
        return performed.GetAwaiter().GetResult();
    }

    private static string Numbers(JsonObject answer) =>
        string.Join(' ', answer["events"]!.AsArray().Select(logged => ((string)logged!["message"]!)[^1]));

    private static IEnumerable<string> Ids(JsonObject answer) => answer["events"]!.AsArray().Select(logged => (string)logged!["eventId"]!);
}
