using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Events;

/// <summary>Reports what happens to the objects of a bucket to everyone whom its notification configuration names.</summary>
internal sealed class BucketEvents(IReadOnlyList<IBucketListener> listeners, TimeProvider time)
{
    // The event name of S3 by the reason that EventBridge gets.
    private static readonly Dictionary<string, string> Created = new()
    {
        ["PutObject"] = "ObjectCreated:Put",
        ["POST Object"] = "ObjectCreated:Post",
        ["CopyObject"] = "ObjectCreated:Copy",
        ["CompleteMultipartUpload"] = "ObjectCreated:CompleteMultipartUpload",
    };

    private readonly Sequencer _sequencer = new(time);

    /// <summary>An object was written.</summary>
    /// <param name="request">By which request.</param>
    /// <param name="stored">The object.</param>
    /// <param name="reason">By which operation, as EventBridge gets it.</param>
    public void ReportCreated(S3Request request, StoredObject stored, string reason) =>
        Tell(new(request, Created[reason], reason, stored.Key, stored, _sequencer.Next(), time.GetUtcNow()));

    /// <summary>An object was deleted.</summary>
    public void ReportDeleted(S3Request request, string key) =>
        Tell(new(request, "ObjectRemoved:Delete", "DeleteObject", key, null, _sequencer.Next(), time.GetUtcNow()));

    private void Tell(ObjectChange change)
    {
        foreach (var listener in listeners)
        {
            listener.Tell(change);
        }
    }
}
