using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3.Protocol;

/// <summary>A response of S3. Whoever sends it disposes it, and with it the body.</summary>
/// <param name="Status">The HTTP status code.</param>
internal sealed record S3Response(int Status) : IDisposable
{
    /// <summary>The response headers, without <c>Content-Length</c>.</summary>
    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    /// <summary>The value of <c>Content-Length</c>; for HEAD it is not that of <see cref="Body"/>.</summary>
    public long Length { get; init; }

    /// <summary>The body; never one for HEAD, 204 and 304.</summary>
    public Stream Body { get; init; } = Stream.Null;

    /// <summary>An XML document.</summary>
    public static S3Response Xml(XElement root, int status = 200)
    {
        var bytes = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + S3Xml.Text(root));
        var response = new S3Response(status) { Body = new MemoryStream(bytes, writable: false), Length = bytes.Length };
        response.Headers.ContentType = "application/xml";
        return response;
    }

    public void Dispose() => Body.Dispose();
}
