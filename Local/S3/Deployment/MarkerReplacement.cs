using System.Text;

namespace Lexicon.Local.S3.Deployment;

/// <summary>
/// Puts deploy-time values where the CDK left markers such as <c>&lt;&lt;marker:0xbaba:0&gt;&gt;</c>: byte for byte, whatever
/// the file is, as the provider function does.
/// </summary>
internal static class MarkerReplacement
{
    /// <summary>The content with every marker replaced.</summary>
    public static byte[] Replace(byte[] content, IReadOnlyDictionary<string, string> markers) =>
        markers.Aggregate(
            content, (bytes, marker) => Replace(bytes, Encoding.UTF8.GetBytes(marker.Key), Encoding.UTF8.GetBytes(marker.Value)));

    private static byte[] Replace(ReadOnlySpan<byte> content, ReadOnlySpan<byte> marker, ReadOnlySpan<byte> value)
    {
        using var result = new MemoryStream(content.Length);
        int position;
        while (!marker.IsEmpty && (position = content.IndexOf(marker)) >= 0)
        {
            result.Write(content[..position]);
            result.Write(value);
            content = content[(position + marker.Length)..];
        }

        result.Write(content);
        return result.ToArray();
    }
}
