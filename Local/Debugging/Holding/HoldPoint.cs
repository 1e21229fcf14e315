using System.Text.Json.Nodes;

namespace Lexicon.Local.Debugging.Holding;

/// <summary>A request that is about to take a step.</summary>
/// <param name="Service">Whose pipeline it is in.</param>
/// <param name="Step">The step.</param>
/// <param name="What">What it is: method, path and query, or the name of a function.</param>
/// <param name="State">Headers, bodies, events as they are now, nothing secret in them; asked for where it waits.</param>
internal sealed record HoldPoint(string Service, string Step, string What, Func<JsonObject> State);
