using System.Net;
using System.Text.RegularExpressions;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html.</summary>
public sealed partial class EventBridgeTests
{
    private static readonly object Tells = new
    {
        NotificationConfiguration = new { EventBridgeConfiguration = new { EventBridgeEnabled = true } },
    };

    [Fact]
    public async Task Put_IsReportedWithWhatWasWritten()
    {
        await using var storage = await RunningS3.WithBucketAsync(Tells);
        using var client = storage.Client();

        await PutAsync(client, "images/a b.png", "hello");

        var put = Assert.Single(storage.Buses.Events);
        Assert.Equal(("aws.s3", "Object Created", "default"), (put.Source, put.DetailType, put.Bus));
        Assert.Equal(["arn:aws:s3:::bucket"], put.Resources);
        Assert.Equal(
            "{'version':'0','bucket':{'name':'bucket'},'object':{'key':'images/a b.png','size':5,"
                + "'etag':'5d41402abc4b2a76b9719d911017c592','sequencer':'S'},'request-id':'R','requester':'123456789012',"
                + "'source-ip-address':'127.0.0.1','reason':'PutObject'}",
            Varying().Replace(put.Detail.ToJsonString(), match => match.Length == 16 ? "R" : "S").Replace('"', '\''));
    }

    [Fact]
    public async Task EveryWayToWriteAndDelete_IsReportedInOrder()
    {
        await using var storage = await RunningS3.WithBucketAsync(Tells);
        using var client = storage.Client();

        using var posted = await PostRequests.PostAsync(storage, PostRequests.Conditions, "hello");
        await client.CopyObjectAsync("bucket", "images/photo.png", "bucket", "copy.png");
        await client.DeleteObjectAsync("bucket", "copy.png");
        await client.DeleteObjectsAsync(new()
        {
            BucketName = "bucket",
            Objects = [new() { Key = "images/photo.png" }, new() { Key = "none" }],
        });

        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        Assert.Equal(
            [
                ("Object Created", "images/photo.png", "POST Object"),
                ("Object Created", "copy.png", "CopyObject"),
                ("Object Deleted", "copy.png", "DeleteObject"),
                ("Object Deleted", "images/photo.png", "DeleteObject"),
            ],
            storage.Buses.Events.Select(one => (one.DetailType, (string)one.Detail["object"]!["key"]!, (string)one.Detail["reason"]!)));
        var sequencers = storage.Buses.Events.Select(one => (string)one.Detail["object"]!["sequencer"]!).ToList();
        Assert.Equal(sequencers.Distinct().Order(StringComparer.Ordinal), sequencers);
    }

    [Fact]
    public async Task Write_ThatIsRefused_IsNotReported()
    {
        await using var storage = await RunningS3.WithBucketAsync(Tells);

        using var posted = await PostRequests.PostAsync(storage, PostRequests.Conditions, "more than ten bytes");

        Assert.Equal((HttpStatusCode.BadRequest, 0), (posted.StatusCode, storage.Buses.Events.Count));
    }

    [Fact]
    public async Task Bucket_WithoutTheConfiguration_ReportsNothing()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        await PutAsync(client, "key", "hello");

        Assert.Empty(storage.Buses.Events);
    }

    [GeneratedRegex("(?<=\")([0-9A-F]{16}|[0-9A-F]{18})(?=\")")]
    private static partial Regex Varying();
}
