using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>One request on its way through an operation.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Bucket">The bucket that it names.</param>
/// <param name="Buckets">All buckets, for copies.</param>
/// <param name="Access">Who may do what.</param>
internal sealed record S3Call(S3Request Request, Bucket Bucket, Buckets Buckets, BucketAuthorizer Access)
{
    /// <summary>The key; only operations on objects ask.</summary>
    public string Key => Request.Key!;

    /// <summary>Demands an action on the object.</summary>
    public void DemandOnObject(string action) => Access.Demand(Request, Bucket, action, Key);

    /// <summary>Demands an action on the bucket.</summary>
    public void DemandOnBucket(string action) => Access.Demand(Request, Bucket, action);

    /// <summary>Reports an object that was written, if the bucket has somebody to report to.</summary>
    public void ReportCreated(StoredObject stored, string reason) => Bucket.Events?.ReportCreated(Request, stored, reason);

    /// <summary>What a missing object is to this caller: only who may list its key learns that it is missing.</summary>
    public S3Exception Missing() => Access.AllowsListing(Request, Bucket, Key)
        ? S3Exception.NoSuchKey(Key)
        : S3Exception.AccessDenied();
}
