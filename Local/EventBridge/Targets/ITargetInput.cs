using System.Text.Json.Nodes;
using Lexicon.Local.EventBridge.Rules;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>What a target gets of an event.</summary>
internal interface ITargetInput
{
    /// <summary>The text that the target gets.</summary>
    string Of(BusEvent taken, Rule rule);

    /// <summary>Adds the members that describe it in the API.</summary>
    void Describe(JsonObject target);
}
