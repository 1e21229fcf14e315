namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// A request is not what its signature says. Also thrown while a body is read, when it turns out to be another one than the one
/// that was signed: a service lets it pass, and the endpoint writes the error.
/// </summary>
internal sealed class SignatureException(SignatureFault fault, string detail = "") : Exception($"{fault} {detail}")
{
    /// <summary>What is wrong.</summary>
    public SignatureFault Fault => fault;

    /// <summary>More about it, in the words of the protocol where it has some.</summary>
    public string Detail => detail;

    /// <summary>With <see cref="SignatureFault.Mismatch"/>: what should have been signed, for S3's response.</summary>
    public Expectation? Expected { get; init; }
}
