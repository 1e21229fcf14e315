using System.Collections.Concurrent;
using Lexicon.Local.EventBridge;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.S3;

/// <summary>Buses that keep what is put.</summary>
internal sealed class FakeEventBuses : IEventBuses
{
    public ConcurrentQueue<NewEvent> All { get; } = [];

    public Decision AuthorizePutting(Caller caller, string bus) => Decision.Allow;

    public string Put(NewEvent occurrence)
    {
        All.Enqueue(occurrence);
        return "event-1";
    }
}
