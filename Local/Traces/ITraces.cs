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

    /// <summary>Runs a query in SQLite's SQL, which reads and does nothing else.</summary>
    /// <param name="sql">
    /// One SELECT over <c>spans (trace, id, parent, name, kind, start, duration, error, tags, events)</c>, a row each, and
    /// <c>logs (log_group, stream, time, message)</c>. Times are microseconds since 1970, tags and events JSON.
    /// </param>
    /// <param name="logs">The rows of <c>logs</c>; asked for only where the query names them.</param>
    /// <returns><c>{"columns": [], "rows": [[]], "cut"}</c>: at most 1,000 rows; <c>cut</c> says whether there are more.</returns>
    /// <exception cref="QueryException">It is not valid, not a SELECT, or takes longer than five seconds.</exception>
    JsonObject Query(string sql, IEnumerable<LoggedLine> logs);
}
