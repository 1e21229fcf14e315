using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// The arithmetic of Signature Version 4 for one secret and one scope
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal sealed class Signer
{
    private readonly byte[] _key;
    private readonly CredentialScope _scope;
    private readonly string _timestamp;

    /// <summary>Derives the signing key.</summary>
    public Signer(string secret, CredentialScope scope, string timestamp)
    {
        _scope = scope;
        _timestamp = timestamp;
        var date = Mac(Encoding.UTF8.GetBytes("AWS4" + secret), scope.Date);
        _key = Mac(Mac(Mac(date, scope.Region), scope.Service), "aws4_request");
    }

    /// <summary>The hash of nothing.</summary>
    public static string EmptyHash { get; } = Hash([]);

    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>What is signed for a request as a whole.</summary>
    public string StringToSign(string canonicalRequest) =>
        $"AWS4-HMAC-SHA256\n{_timestamp}\n{_scope}\n{Hash(Encoding.UTF8.GetBytes(canonicalRequest))}";

    /// <summary>What is signed for one chunk of a body.</summary>
    public string ChunkStringToSign(string previousSignature, string chunkHash) =>
        $"AWS4-HMAC-SHA256-PAYLOAD\n{_timestamp}\n{_scope}\n{previousSignature}\n{EmptyHash}\n{chunkHash}";

    /// <summary>What is signed for the trailing headers of a body.</summary>
    public string TrailerStringToSign(string previousSignature, string trailerHash) =>
        $"AWS4-HMAC-SHA256-TRAILER\n{_timestamp}\n{_scope}\n{previousSignature}\n{trailerHash}";

    /// <summary>The signature of a text.</summary>
    public string Sign(string stringToSign) => Convert.ToHexStringLower(Mac(_key, stringToSign));

    /// <summary>Whether a signature is the one of a text, in constant time.</summary>
    public bool IsSignedBy(string stringToSign, string signature) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Sign(stringToSign)), Encoding.UTF8.GetBytes(signature));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
