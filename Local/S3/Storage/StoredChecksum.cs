namespace Lexicon.Local.S3.Storage;

/// <summary>
/// A checksum that is kept with an object, or that an upload in parts will have
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html).
/// </summary>
/// <param name="Algorithm">As S3 spells it: <c>CRC32</c>, <c>CRC32C</c>, <c>CRC64NVME</c>, <c>SHA1</c>, <c>SHA256</c>.</param>
/// <param name="Value">In Base64; empty as long as the upload is not complete.</param>
/// <param name="Type">Of all bytes, or of the checksums of the parts.</param>
internal sealed record StoredChecksum(string Algorithm, string Value, string Type = StoredChecksum.FullObject)
{
    /// <summary>A checksum of all bytes.</summary>
    public const string FullObject = "FULL_OBJECT";

    /// <summary>A checksum of the parts' checksums.</summary>
    public const string Composite = "COMPOSITE";

    /// <summary>What S3 computes where the client chose nothing.</summary>
    public const string DefaultAlgorithm = "CRC64NVME";
}
