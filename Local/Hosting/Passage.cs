using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Hosting;

/// <summary>What went one way: a request or a response, an event or what a function returned. Nothing in it is hidden yet.</summary>
/// <param name="Headers">Its headers; none of an event.</param>
/// <param name="Head">The beginning of its body.</param>
/// <param name="Length">The bytes of the whole body.</param>
internal sealed record Passage(IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Head, long Length)
{
    /// <summary>A request or a response, copied: the server uses its headers again.</summary>
    public static Passage Of(IHeaderDictionary headers, BodyHead body) => new(Copy(headers), body.Bytes, body.Length);

    /// <summary>The same, with the body in memory.</summary>
    public static Passage Of(IHeaderDictionary headers, ReadOnlyMemory<byte> body) => new(Copy(headers), HeadOf(body), body.Length);

    /// <summary>An event, or what a function returned.</summary>
    public static Passage Of(ReadOnlyMemory<byte> document) => new([], HeadOf(document), document.Length);

    private static KeyValuePair<string, string>[] Copy(IHeaderDictionary headers) =>
        [.. headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))];

    private static byte[] HeadOf(ReadOnlyMemory<byte> body) => body[..Math.Min(body.Length, BodyHead.Most)].ToArray();
}
