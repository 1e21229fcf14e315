using Lexicon.Local.DynamoDb;
using Lexicon.Local.EventBridge;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;

namespace Lexicon.Local.Lambda;

/// <summary>The services that events come from and that records go to.</summary>
/// <param name="Queues">Queues: sources, destinations, dead letters.</param>
/// <param name="Streams">Streams of tables: sources.</param>
/// <param name="Topics">Topics: destinations, dead letters.</param>
/// <param name="Buses">Event buses, which are made after the functions that they invoke: destinations.</param>
internal sealed record EventServices(IQueues Queues, IStreams Streams, ITopics Topics, Func<IEventBuses> Buses);
