using System.Buffers.Text;
using System.Security.Cryptography;

namespace Lexicon.Local.ApiGateway.WebSockets;

/// <summary>The ids of connections, messages and requests: fifteen characters of base64url and an equals sign.</summary>
internal static class SocketIds
{
    private const int Bytes = 11;

    /// <summary>A new one.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)) + "=";

    /// <summary>Whether a text has the form of one.</summary>
    public static bool IsOne(string text) => Base64Url.IsValid(text.TrimEnd('='), out var length) && length == Bytes;
}
