namespace Lexicon.Local.S3.Events;

/// <summary>Who is told what happens to the objects of a bucket.</summary>
internal interface IBucketListener
{
    /// <summary>Tells of a change; returns at once, and a failure is nobody's who made the change.</summary>
    void Tell(ObjectChange change);
}
