using System.Text.Json.Nodes;
using Lexicon.Local.EventBridge.Rules;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>The target gets a part of the event; an empty object where the event has none.</summary>
internal sealed class PathInput(EventPath path) : ITargetInput
{
    public string Of(BusEvent taken, Rule rule) => path.Find(taken.Root) is { } part ? JsonText.Of(part) : "{}";

    public void Describe(JsonObject target) => target["InputPath"] = path.Text;
}
