using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Events;

/// <summary>What happened to an object.</summary>
/// <param name="Request">By which request.</param>
/// <param name="Event">Such as <c>ObjectCreated:Put</c>.</param>
/// <param name="Reason">The operation as EventBridge is told, such as <c>PutObject</c>.</param>
/// <param name="Key">The object's key.</param>
/// <param name="Stored">The object; null where it is gone.</param>
/// <param name="Sequencer">Its place among the events of the bucket.</param>
/// <param name="Time">When it happened.</param>
internal sealed record ObjectChange(
    S3Request Request, string Event, string Reason, string Key, StoredObject? Stored, string Sequencer, DateTimeOffset Time);
