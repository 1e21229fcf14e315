using System.Net;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>An answer of the API, read to its end.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body; null where there is none.</param>
/// <param name="ETag">The entity tag as it stands, quotes and all.</param>
/// <param name="Location">The <c>Location</c> header.</param>
/// <param name="ContentType">The media type without parameters.</param>
internal sealed record Answer(HttpStatusCode Status, JsonNode? Body, string? ETag, Uri? Location, string? ContentType)
{
    /// <summary>What AWS says went wrong (<c>x-amzn-ErrorType</c>); null where it says nothing.</summary>
    public string? ErrorType { get; init; }

    public JsonNode this[string name] => Body?[name] ?? throw new InvalidOperationException($"no '{name}' in {Status} {Body}");

    public string Text(string name) => (string)this[name]!;

    public string Id => Text("id");
}
