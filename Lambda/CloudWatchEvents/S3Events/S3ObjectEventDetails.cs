#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>What every event of an object has.</summary>
public class S3ObjectEventDetails
{
    /// <summary>The version of the event's form.</summary>
    public string Version { get; set; }

    /// <summary>The bucket.</summary>
    public Bucket Bucket { get; set; }

    /// <summary>The object.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "Amazon's package calls it so.")]
    public S3Object Object { get; set; }

    /// <summary>The id of the request.</summary>
    [JsonPropertyName("request-id")]
    public string RequestId { get; set; }

    /// <summary>The account of the caller, or the service that called.</summary>
    public string Requester { get; set; }
}
