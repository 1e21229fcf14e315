using System.Text;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>Bodies that content handling turns from base64 into bytes.</summary>
internal static class Base64Body
{
    /// <summary>The bytes.</summary>
    /// <exception cref="IntegrationFailedException">It is not base64.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> body) => Decode(Encoding.UTF8.GetString(body));

    /// <summary>The bytes.</summary>
    /// <exception cref="IntegrationFailedException">It is not base64.</exception>
    public static byte[] Decode(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw IntegrationFailedException.Misconfigured("Unable to base64 decode the body.");
        }
    }
}
