using System.Text.Json.Nodes;
using Lexicon.Local.Traces;

namespace Lexicon.Local.Tests.Support;

/// <summary>A run of which nothing is kept.</summary>
internal sealed class NoTraces : ITraces
{
    public JsonArray List(long? before, int limit) => [];

    public JsonArray Since(long after, int limit) => [];

    public JsonArray Trace(string traceId) => [];

    public JsonObject Query(string sql, IEnumerable<LoggedLine> logs) =>
        new() { ["columns"] = new JsonArray(), ["rows"] = new JsonArray() };
}
