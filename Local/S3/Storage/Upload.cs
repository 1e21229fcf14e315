namespace Lexicon.Local.S3.Storage;

/// <summary>Content that was received into a file of its own and belongs to no object yet.</summary>
/// <param name="Path">The file; removed on disposal unless the store took it over.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Md5">The MD5 of the content.</param>
internal sealed record Upload(string Path, long Size, byte[] Md5) : IDisposable
{
    /// <summary>The checksum that was asked for while the content was received.</summary>
    public StoredChecksum? Checksum { get; init; }

    /// <summary>The ETag of an object that was put in one request.</summary>
    public string ETag => $"\"{Convert.ToHexStringLower(Md5)}\"";

    public void Dispose() => File.Delete(Path);
}
