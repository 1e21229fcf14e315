using System.Text.Json.Nodes;
using Lexicon.Local.EventBridge;

namespace Lexicon.Local.S3.Events;

/// <summary>EventBridge, which is told everything (https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html).</summary>
internal sealed class EventBridgeListener(IEventBuses buses, string bucket) : IBucketListener
{
    public void Tell(ObjectChange change)
    {
        var about = new JsonObject { ["key"] = change.Key };
        if (change.Stored is { } stored)
        {
            about["size"] = stored.Size;
            about["etag"] = stored.ETag.Trim('"');
        }

        about["sequencer"] = change.Sequencer;
        var detail = new JsonObject
        {
            ["version"] = "0",
            ["bucket"] = new JsonObject { ["name"] = bucket },
            ["object"] = about,
            ["request-id"] = change.Request.Id,
            ["requester"] = change.Request.Caller.ServicePrincipal ?? Account.Id,
        };
        if (change.Request.SourceAddress is { } address)
        {
            detail["source-ip-address"] = address;
        }

        detail["reason"] = change.Reason;
        if (change.Stored is null)
        {
            detail["deletion-type"] = "Permanently Deleted";
        }

        buses.Put(new("aws.s3", change.Stored is null ? "Object Deleted" : "Object Created", detail)
        {
            Resources = [Bucket.ArnOf(bucket)],
            Time = change.Time,
        });
    }
}
