using System.Text;
using Amazon.Lambda.CloudWatchEvents.S3Events;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Events;
using Lexicon.Functions.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests;

/// <summary>The table of the functions that events run.</summary>
public sealed class ReactionsTests
{
    /// <summary>The other way round the compiler looks: a row without its handler does not compile.</summary>
    [Fact]
    public void EveryHandler_HasItsRow() => Assert.Equal(
        typeof(IReaction<>).Assembly.GetTypes()
            .Where(type => type.IsClass && type.GetInterfaces().Any(
                one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReaction<>)))
            .Select(type => type.Name).Order(StringComparer.Ordinal),
        Reactions.All.Select(reaction => reaction.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryName_IsThatOfOneFunction()
    {
        var names = Routes.All.Select(route => route.Operation).Concat(Reactions.All.Select(reaction => reaction.Name)).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void EventOfS3_IsReadAsItComes()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("""
            {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Object Created","source":"aws.s3",
             "account":"111122223333","time":"2021-11-12T00:00:00Z","region":"ca-central-1","resources":["arn:aws:s3:::b"],
             "detail":{"version":"0","bucket":{"name":"b"},"object":{"key":"uploads/a","size":5,"etag":"e","sequencer":"617f08299329d189"},
             "request-id":"N4N7GDK58NMKJ12R","requester":"123456789012","source-ip-address":"1.2.3.4","reason":"POST Object"}}
            """));

        var occurrence = new SourceGeneratorLambdaJsonSerializer<EventJson>().Deserialize<S3ObjectCreateEvent>(body);

        Assert.Equal(
            ("Object Created", "uploads/a", 5, "1.2.3.4"),
            (occurrence.DetailType, occurrence.Detail.Object.Key, occurrence.Detail.Object.Size, occurrence.Detail.SourceIpAddress));
    }

    [Fact]
    public async Task Failure_IsLoggedInOneLine_AndThrownOn()
    {
        var log = new LogLines();
        var endpoint = new ReactionEndpoint<string>(Reactions.All[0], new Failing(), TimeProvider.System, log.Log);

        await Assert.ThrowsAsync<IOException>(() => endpoint.HandleAsync("event", new TestContext(TimeSpan.FromSeconds(9))));

        Assert.Contains("\"status\":500", log.Text, StringComparison.Ordinal);
        Assert.Contains("\"errorType\":\"System.IO.IOException\"", log.Text, StringComparison.Ordinal);
    }

    private sealed class Failing : IReaction<string>
    {
        public Task RunAsync(string occurrence, Deadline deadline) => throw new IOException("No.");
    }
}
