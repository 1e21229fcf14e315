using System.Text.Json.Nodes;
using Lexicon.Local.EventBridge.Rules;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>The target gets the event.</summary>
internal sealed class WholeEvent : ITargetInput
{
    public string Of(Occurrence occurrence, Rule rule) => occurrence.Json;

    public void Describe(JsonObject target)
    {
        // It is what a target without a member gets.
    }
}
