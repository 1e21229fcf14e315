using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lexicon.Functions.Http;

/// <summary>A successful answer, before the route's status and caching are added.</summary>
internal sealed record Answer
{
    public static Answer Empty { get; } = new();

    /// <summary>JSON; null where there is no body.</summary>
    public string? Body { get; private init; }

    public string? ETag { get; private init; }

    public string? Location { get; private init; }

    /// <summary>The reader's copy is still good (RFC 9110, 15.4.5).</summary>
    public bool IsNotModified { get; private init; }

    public static Answer Of<T>(T body, JsonTypeInfo<T> type) => new() { Body = JsonSerializer.Serialize(body, type) };

    /// <summary>Of a body that is JSON already.</summary>
    public static Answer OfJson(string body) => new() { Body = body };

    public static Answer NotModified(long version) => new() { ETag = EntityTags.Write(version), IsNotModified = true };

    public Answer WithVersion(long version) => this with { ETag = EntityTags.Write(version) };

    public Answer At(string location) => this with { Location = location };
}
