using Lexicon.Local.EventBridge;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Event buses that keep what is put on them.</summary>
internal sealed class FakeBuses : IEventBuses
{
    /// <summary>Whether anybody may put.</summary>
    public bool Allows { get; set; } = true;

    public List<NewEvent> Events { get; } = [];

    public Decision AuthorizePutting(Caller caller, string bus) => new(Allows, $"{caller.Arn} may not put on {bus}");

    public string Put(NewEvent occurrence)
    {
        Events.Add(occurrence);
        return "event-1";
    }
}
