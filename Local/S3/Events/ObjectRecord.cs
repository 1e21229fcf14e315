using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;

namespace Lexicon.Local.S3.Events;

/// <summary>
/// A change as functions and queues are told of it
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html).
/// </summary>
internal static class ObjectRecord
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The message.</summary>
    public static string Write(ObjectChange change, string bucket, string configurationId)
    {
        var about = new JsonObject { ["key"] = Encode(change.Key) };
        if (change.Stored is { } stored)
        {
            about["size"] = stored.Size;
            about["eTag"] = stored.ETag.Trim('"');
        }

        about["sequencer"] = change.Sequencer;
        var record = new JsonObject
        {
            ["eventVersion"] = "2.1",
            ["eventSource"] = "aws:s3",
            ["awsRegion"] = Account.Region,
            ["eventTime"] = change.Time.UtcDateTime.ToString(Milliseconds, CultureInfo.InvariantCulture),
            ["eventName"] = change.Event,
            ["userIdentity"] = new JsonObject { ["principalId"] = $"AWS:{change.Request.Caller.UserId}" },
            ["requestParameters"] = new JsonObject { ["sourceIPAddress"] = change.Request.SourceAddress ?? "127.0.0.1" },
            ["responseElements"] = new JsonObject
            {
                ["x-amz-request-id"] = change.Request.Id,
                ["x-amz-id-2"] = change.Request.HostId,
            },
            ["s3"] = new JsonObject
            {
                ["s3SchemaVersion"] = "1.0",
                ["configurationId"] = configurationId,
                ["bucket"] = new JsonObject
                {
                    ["name"] = bucket,
                    ["ownerIdentity"] = new JsonObject { ["principalId"] = $"A{Account.Id}" },
                    ["arn"] = Bucket.ArnOf(bucket),
                },
                ["object"] = about,
            },
        };
        return new JsonObject { ["Records"] = new JsonArray(record) }.ToJsonString(AwsJson.Options);
    }

    // Encoded as in a form, except for the slashes.
    private static string Encode(string key) => Uri.EscapeDataString(key)
        .Replace("%2F", "/", StringComparison.Ordinal).Replace("%20", "+", StringComparison.Ordinal);
}
