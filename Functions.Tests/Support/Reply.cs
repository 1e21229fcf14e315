using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Lexicon.Functions.Tests.Support;

/// <summary>An answer, read.</summary>
internal sealed record Reply(APIGatewayProxyResponse Response)
{
    public int Status => Response.StatusCode;

    public string Body => Response.Body ?? "";

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Header(string name) => Response.Headers?.TryGetValue(name, out var value) is true ? value : null;

    public string Text(string member) => Json.GetProperty(member).GetString()!;

    public long Number(string member) => Json.GetProperty(member).GetInt64();

    /// <summary>A member of what was decided of a report.</summary>
    public string Decision(string member) => Json.GetProperty("decision").GetProperty(member).GetString()!;

    public string Id => Text("id");

    /// <summary>The kind of a problem.</summary>
    public string Problem => Header("Content-Type") == "application/problem+json" ? Text("type") : $"no problem but {Status}";

    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    public string? NextCursor => Json.TryGetProperty("nextCursor", out var cursor) ? cursor.GetString() : null;
}
