#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>A bucket.</summary>
public class Bucket
{
    /// <summary>Its name.</summary>
    public string Name { get; set; }
}
