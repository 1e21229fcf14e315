#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>How an object was written.</summary>
public class S3ObjectCreate : S3ObjectEventDetails
{
    /// <summary>The address that the request came from.</summary>
    [JsonPropertyName("source-ip-address")]
    public string SourceIpAddress { get; set; }

    /// <summary>The operation, such as <c>PutObject</c>.</summary>
    public string Reason { get; set; }
}
