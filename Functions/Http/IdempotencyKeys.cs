using System.Security.Cryptography;
using System.Text;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>
/// The header <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header): any visible ASCII. A request is the same when
/// what its path names and every byte of its body are.
/// </summary>
internal static class IdempotencyKeys
{
    public static Result<Optional<IdempotentRequest>> Read(
        string? header, string operation, IDictionary<string, string>? pathParameters, Body body)
    {
        if (header is null)
        {
            return default(Optional<IdempotentRequest>);
        }

        return header.Length is >= 1 and <= Limits.IdempotencyKey && header.All(character => character is > ' ' and < '\u007F')
            ? new Optional<IdempotentRequest>(new(operation, header, Fingerprint(pathParameters, body)))
            : new Failure(
                FailureKind.InvalidHeader, $"Idempotency-Key must be 1 to {Limits.IdempotencyKey} visible ASCII characters.");
    }

    private static string Fingerprint(IDictionary<string, string>? pathParameters, Body body)
    {
        var path = string.Join('\n', (pathParameters ?? new Dictionary<string, string>())
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key}={parameter.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(path), (byte)'\n', .. body.Utf8.Span]));
    }
}
