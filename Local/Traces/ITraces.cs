using System.Text.Json.Nodes;

namespace Lexicon.Local.Traces;

/// <summary>What is kept of this run.</summary>
internal interface ITraces
{
    /// <summary>Pieces that began at an endpoint or with an event, newest first.</summary>
    /// <param name="before">The number of the piece that comes right after them; null: the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns><c>[{"number", "trace", "name", "kind", "start", "duration", "error"?, "tags"}]</c>, times in microseconds.</returns>
    JsonArray List(long? before, int limit);

    /// <summary>Pieces that came after one, as <see cref="List"/> returns them: the newest of them first.</summary>
    /// <param name="after">The number of a piece.</param>
    /// <param name="limit">How many at most: those right after it.</param>
    JsonArray Since(long after, int limit);

    /// <summary>Every span of one trace, in the order of their beginnings; empty where there is none of this id.</summary>
    JsonArray Trace(string traceId);
}
