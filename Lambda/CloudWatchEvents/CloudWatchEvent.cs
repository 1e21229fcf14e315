#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents;

/// <summary>
/// An event of EventBridge (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html).
/// </summary>
/// <typeparam name="T">What it says of what happened.</typeparam>
public class CloudWatchEvent<T>
{
    /// <summary>Always 0.</summary>
    public string Version { get; set; }

    /// <summary>The account in which it happened.</summary>
    public string Account { get; set; }

    /// <summary>The Region in which it happened.</summary>
    public string Region { get; set; }

    /// <summary>What happened.</summary>
    public T Detail { get; set; }

    /// <summary>What kind of event it is, such as <c>Object Created</c>.</summary>
    [JsonPropertyName("detail-type")]
    public string DetailType { get; set; }

    /// <summary>Who reports it, such as <c>aws.s3</c>.</summary>
    public string Source { get; set; }

    /// <summary>When it happened.</summary>
    public DateTime Time { get; set; }

    /// <summary>The event's own id; of an event that is delivered twice, the same.</summary>
    public string Id { get; set; }

    /// <summary>The ARNs of what it is about.</summary>
    public List<string> Resources { get; set; }
}
