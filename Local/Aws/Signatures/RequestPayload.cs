namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// A feature of the request: its body, which was read to verify the signature. Every signed request has it but those to S3.
/// </summary>
internal sealed record RequestPayload(ReadOnlyMemory<byte> Body);
