using Lexicon.Local.DynamoDb;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Destinations;
using Lexicon.Local.Sqs;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>What the mappings work with.</summary>
/// <param name="Definitions">The functions that are there.</param>
/// <param name="Functions">Invokes them.</param>
/// <param name="Streams">The streams that are read.</param>
/// <param name="Queues">The queues that are read.</param>
/// <param name="Destinations">Where records of discarded batches go.</param>
/// <param name="Time">The clock.</param>
/// <param name="Concurrency">The most invocations at once on this machine.</param>
/// <param name="Folder">Where positions are kept.</param>
internal sealed record MappingServices(
    Functions Definitions,
    IFunctions Functions,
    IStreams Streams,
    IQueues Queues,
    DestinationSender Destinations,
    TimeProvider Time,
    int Concurrency,
    string Folder)
{
    /// <summary>Who polls for a mapping: a session of its function's role.</summary>
    public Caller PollerOf(MappingSettings mapping) => Caller.Session(RoleOf(mapping), mapping.Function.Name);

    /// <summary>The execution role of a mapping's function.</summary>
    public string RoleOf(MappingSettings mapping) => FunctionOf(mapping).Role;

    /// <summary>The function of a mapping.</summary>
    public FunctionConfiguration FunctionOf(MappingSettings mapping) => Definitions.Get(mapping.Function).Configuration;
}
