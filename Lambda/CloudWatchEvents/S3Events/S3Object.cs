#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>An object.</summary>
public class S3Object
{
    /// <summary>Its key, not encoded.</summary>
    public string Key { get; set; }

    /// <summary>Its bytes.</summary>
    public long Size { get; set; }

    /// <summary>The ETag without quotation marks.</summary>
    public string ETag { get; set; }

    /// <summary>The version, in a bucket that keeps versions.</summary>
    [JsonPropertyName("version-id")]
    public string VersionId { get; set; }

    /// <summary>Of two events of one object the later one has the larger.</summary>
    public string Sequencer { get; set; }
}
