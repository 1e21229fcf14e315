using System.Text.Json.Nodes;
using Lexicon.Local.EventBridge.Rules;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>The target gets a text, and nothing of the event.</summary>
internal sealed class ConstantInput(string input) : ITargetInput
{
    public string Of(BusEvent taken, Rule rule) => input;

    public void Describe(JsonObject target) => target["Input"] = input;
}
