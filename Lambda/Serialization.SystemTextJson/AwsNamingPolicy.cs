using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Writes names as they are, or as the given policy says, except the two of S3's events that follow no rule.
/// </summary>
public class AwsNamingPolicy(JsonNamingPolicy? fallbackNamingPolicy) : JsonNamingPolicy
{
    /// <summary>A policy that leaves names as they are.</summary>
    public AwsNamingPolicy()
        : this(null)
    {
    }

    /// <inheritdoc/>
    public override string ConvertName(string name) => name switch
    {
        "XAmzId2" => "x-amz-id-2",
        "XAmzRequestId" => "x-amz-request-id",
        _ => fallbackNamingPolicy?.ConvertName(name) ?? name,
    };
}
