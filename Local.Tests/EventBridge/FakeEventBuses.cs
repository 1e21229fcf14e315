using System.Collections.Concurrent;
using Lexicon.Local.EventBridge;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.EventBridge;

/// <summary>Event buses that keep what is put on them.</summary>
internal sealed class FakeEventBuses : IEventBuses
{
    /// <summary>Whether anybody may put.</summary>
    public bool Allows { get; set; } = true;

    public ConcurrentQueue<NewEvent> Events { get; } = [];

    public Decision AuthorizePutting(Caller caller, string bus) => new(Allows, $"{caller.Arn} may not put on {bus}");

    public string Put(NewEvent published)
    {
        Events.Enqueue(published);
        return "event-1";
    }
}
