using Lexicon.Local.DynamoDb;
using Lexicon.Local.EventBridge;
using Lexicon.Local.Lambda;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Lexicon.Local.Tests.EventBridge;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>The services around the functions, those of the test and others in which nothing is.</summary>
internal static class TestServices
{
    public static EventServices With(
        IQueues queues, IStreams? streams = null, ITopics? topics = null, IEventBuses? buses = null)
    {
        var itsBuses = buses ?? new FakeEventBuses();
        return new EventServices(queues, streams ?? new FakeStreams(), topics ?? new FakeTopics(), () => itsBuses);
    }
}
