using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>
/// The cursors of one list: a version, a short hash of what the list is, and the position in it, in base64url. The store makes
/// the keys from the request, never from the cursor, so that even a forged one moves within its own list only; the hash is there
/// to refuse a cursor that wandered to another list by mistake.
/// </summary>
internal sealed class Cursors
{
    private const byte Version = 1;
    private const int HashLength = 8;
    private const int HeadLength = 1 + HashLength;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _head;

    /// <param name="scope">The operation and all that it was asked for but the page.</param>
    public Cursors(IEnumerable<string> scope)
    {
        // The lengths keep ["a", "bc"] apart from ["ab", "c"].
        var text = string.Concat(scope.Select(part => $"{part.Length}:{part}"));
        _head = [Version, .. SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashLength)];
    }

    public string Write(string position) => Base64Url.EncodeToString([.. _head, .. Strict.GetBytes(position)]);

    public Result<Optional<string>> Read(string? cursor)
    {
        if (cursor is null)
        {
            return default(Optional<string>);
        }

        return TryRead(cursor, out var position) ? new Optional<string>(position) : Failure.InvalidCursor;
    }

    private bool TryRead(string cursor, out string position)
    {
        position = "";
        if (cursor.Length > Limits.Cursor || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= HeadLength || !bytes.AsSpan().StartsWith(_head))
        {
            return false;
        }

        try
        {
            position = Strict.GetString(bytes.AsSpan(HeadLength));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        // White space and spare bits would make many cursors of one.
        return Write(position) == cursor;
    }
}
