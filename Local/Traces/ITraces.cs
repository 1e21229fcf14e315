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

    /// <summary>
    /// What came and what went back where the spans of one trace are: headers and bodies of requests at the edge and at
    /// the API, events of functions and what they returned.
    /// </summary>
    /// <returns>
    /// <c>[{"span", "request", "response"?}]</c>, both <c>{"headers": {}, "bytes", "body"?, "cut"?}</c>. What is secret is
    /// <c>***</c>; a body that is not text is left out; <c>cut</c> says that there was more.
    /// </returns>
    JsonArray Contents(string traceId);

    /// <summary>What this run has used of a resource, since its beginning.</summary>
    /// <param name="resource">What spans name it by: the id of a distribution or an API, the name of a table, the ARN of a queue.</param>
    /// <returns>Counts of <c>requests</c>, <c>bytes</c>, <c>functions</c> of the edge, <c>read</c> and <c>write</c> units.</returns>
    IReadOnlyDictionary<string, double> UsageOf(string resource);

    /// <summary>Runs a query in SQLite's SQL, which reads and does nothing else.</summary>
    /// <param name="sql">
    /// One SELECT over <c>spans (trace, id, parent, name, kind, start, duration, error, tags, events)</c>, a row each, and
    /// <c>logs (log_group, stream, time, message)</c>, and <c>contents (trace, span, request, response)</c>. Times are microseconds
    /// since 1970, tags, events, request and response JSON.
    /// </param>
    /// <param name="logs">The rows of <c>logs</c>; asked for only where the query names them.</param>
    /// <returns><c>{"columns": [], "rows": [[]], "cut"}</c>: at most 1,000 rows; <c>cut</c> says whether there are more.</returns>
    /// <exception cref="QueryException">It is not valid, not a SELECT, or takes longer than five seconds.</exception>
    JsonObject Query(string sql, IEnumerable<LoggedLine> logs);
}
