using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Lexicon.Local.S3.Operations;

namespace Lexicon.Local.S3.Protocol;

/// <summary>The XML of S3's REST protocol.</summary>
internal static class S3Xml
{
    private static readonly XNamespace Schema = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static readonly XmlWriterSettings AnyCharacter = new()
    {
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
        OmitXmlDeclaration = true,
    };

    /// <summary>A document element in S3's namespace; children without one are put into it.</summary>
    public static XElement Document(string name, params object?[] content)
    {
        var root = new XElement(name, content);
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = Schema + element.Name.LocalName;
        }

        return root;
    }

    /// <summary>
    /// An element as text. A key may hold characters that XML 1.0 has no room for, or that a reader would change: they are written as
    /// references, such as <c>&amp;#x1;</c> (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html, "XML related object
    /// key constraints").
    /// </summary>
    public static string Text(XElement element)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, AnyCharacter))
        {
            element.WriteTo(writer);
        }

        return text.ToString();
    }

    /// <summary>How S3 writes a time into XML.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a request document, of S3's namespace or of none; never resolves anything outside it.</summary>
    /// <exception cref="S3Exception">It is not well-formed, has another root or is too large.</exception>
    public static Task<XElement> ReadAsync(S3Request request, string root) => ReadAsync(request.Body, root, request.Cancellation);

    /// <summary>Reads a request document that the client may have said a digest of.</summary>
    /// <exception cref="S3Exception">It is another document, or not one.</exception>
    public static async Task<XElement> ReadCheckedAsync(S3Request request, string root)
    {
        await using var body = await XmlBody.ReceiveAsync(request);
        return await ReadAsync(body, root, request.Cancellation);
    }

    private static async Task<XElement> ReadAsync(Stream body, string root, CancellationToken cancellation)
    {
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 4 * 1024 * 1024,
        };
        try
        {
            using var reader = XmlReader.Create(body, settings);
            var document = await XDocument.LoadAsync(reader, LoadOptions.None, cancellation);
            foreach (var element in document.Descendants())
            {
                element.Name = element.Name.LocalName;
            }

            return document.Root?.Name.LocalName == root ? document.Root : throw S3Exception.MalformedXml();
        }
        catch (XmlException)
        {
            throw S3Exception.MalformedXml();
        }
    }
}
