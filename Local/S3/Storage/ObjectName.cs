using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Local.S3.Storage;

/// <summary>
/// The file name of an object key. Keys are hostile: up to 1,024 bytes of anything, <c>..</c> and NUL included. The name
/// holds lower-case letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, <c>%</c> and <c>~</c> only and two keys never share one, not
/// even where the file system ignores case.
/// </summary>
internal static class ObjectName
{
    // Room for the suffixes of the store below the 255 bytes that file systems allow.
    private const int Longest = 180;
    private const int KeptOfLong = 100;
    private const string Plain = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
    private const string Hex = "0123456789abcdef";

    /// <summary>The name, without any folder.</summary>
    public static string Of(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        var name = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            if (Plain.Contains((char)b, StringComparison.Ordinal))
            {
                name.Append((char)b);
            }
            else
            {
                name.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
            }
        }

        // No escaped key contains a tilde, so a shortened name is never another key's whole name.
        return name.Length <= Longest
            ? name.ToString()
            : $"{name.ToString(0, KeptOfLong)}~{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
    }
}
