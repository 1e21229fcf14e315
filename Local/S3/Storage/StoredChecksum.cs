namespace Lexicon.Local.S3;

/// <summary>A checksum that a client sent with an object.</summary>
/// <param name="Algorithm">As S3 spells it: <c>CRC32</c>, <c>CRC32C</c>, <c>CRC64NVME</c>, <c>SHA1</c>, <c>SHA256</c>.</param>
/// <param name="Value">In Base64.</param>
internal sealed record StoredChecksum(string Algorithm, string Value);
