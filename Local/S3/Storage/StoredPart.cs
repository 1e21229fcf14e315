namespace Lexicon.Local.S3.Storage;

/// <summary>One part of an object that was uploaded in parts.</summary>
/// <param name="Number">From 1 to 10,000.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Checksum">In Base64, of the object's algorithm; null when the client chose none.</param>
internal sealed record StoredPart(int Number, long Size, string? Checksum);
