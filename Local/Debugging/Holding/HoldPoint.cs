using System.Text.Json.Nodes;

namespace Lexicon.Local.Debugging.Holding;

/// <summary>A request that is about to take a step.</summary>
/// <param name="Service">Whose pipeline it is in.</param>
/// <param name="Step">The step.</param>
/// <param name="What">What it is: method, path and query, or the name of a function.</param>
/// <param name="State">Returns headers, bodies and events as they are now, without secrets; called only where the request waits.</param>
internal sealed record HoldPoint(string Service, string Step, string What, Func<JsonObject> State);
