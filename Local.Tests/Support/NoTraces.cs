using System.Text.Json.Nodes;
using Lexicon.Local.Traces;

namespace Lexicon.Local.Tests.Support;

/// <summary>A run of which nothing is kept.</summary>
internal sealed class NoTraces : ITraces
{
    /// <summary>What was used, by resource.</summary>
    public Dictionary<string, Dictionary<string, double>> Usage { get; } = [];

    public JsonArray List(long? before, int limit) => [];

    public JsonArray Since(long after, int limit) => [];

    public JsonArray Trace(string traceId) => [];

    public JsonArray Contents(string traceId) => [];

    public IReadOnlyDictionary<string, double> UsageOf(string resource) => Usage.GetValueOrDefault(resource) ?? [];

    public JsonObject Query(string sql, IEnumerable<LoggedLine> logs) =>
        new() { ["columns"] = new JsonArray(), ["rows"] = new JsonArray() };
}
