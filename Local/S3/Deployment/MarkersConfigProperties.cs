using System.Text.Json.Serialization;

namespace Lexicon.Local.S3.Deployment;

/// <summary>How the values of one source's markers are written into its files.</summary>
internal sealed record MarkersConfigProperties
{
    /// <summary>Whether a marker without an encoding of its own stands within quotes in JSON.</summary>
    [JsonPropertyName("jsonEscape")]
    public bool JsonEscape { get; init; }

    /// <summary>The encoding of a marker, by the marker.</summary>
    [JsonPropertyName("markerEncodings")]
    public IReadOnlyDictionary<string, string> MarkerEncodings { get; init; } = new Dictionary<string, string>();
}
