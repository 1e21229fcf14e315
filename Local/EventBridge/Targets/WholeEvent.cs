using System.Text.Json.Nodes;
using Lexicon.Local.EventBridge.Rules;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>The target gets the event.</summary>
internal sealed class WholeEvent : ITargetInput
{
    public string Of(BusEvent taken, Rule rule) => taken.Json;

    public void Describe(JsonObject target)
    {
        // It is what a target without a member gets.
    }
}
