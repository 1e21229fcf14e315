namespace Lexicon.Local.S3.Storage;

/// <summary>What S3 knows of one object; the sidecar file holds it as JSON.</summary>
internal sealed record StoredObject
{
    /// <summary>The object's key.</summary>
    public required string Key { get; init; }

    /// <summary>With its quotes: the MD5 of the content, for a multipart upload that of the parts' MD5s and their number.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>When the object was written.</summary>
    public DateTimeOffset LastModified { get; init; }

    /// <summary>Cache-Control, Content-Type and the other system metadata that a client sets, by lower-case header name.</summary>
    public IReadOnlyDictionary<string, string> SystemMetadata { get; init; } = new Dictionary<string, string>();

    /// <summary>User metadata by lower-case name, without the prefix <c>x-amz-meta-</c>.</summary>
    public IReadOnlyDictionary<string, string> UserMetadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The additional checksum; of an upload in parts under way, what the client chose for it.</summary>
    public StoredChecksum? Checksum { get; init; }

    /// <summary>The parts that the object was made of, by number; none when it was put in one request.</summary>
    public IReadOnlyList<StoredPart> Parts { get; init; } = [];

    /// <summary>Its tags, in the order in which they were given.</summary>
    public IReadOnlyList<ObjectTag> Tags { get; init; } = [];

    /// <summary>The name of the content's file, beside the sidecar.</summary>
    public string File { get; init; } = "";
}
