using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>DeleteObjects</c>: up to 1,000 keys, each decided by itself.</summary>
internal static class DeleteObjects
{
    private const int Most = 1000;

    public static async Task<S3Response> RunAsync(S3Call call)
    {
        XmlBody.Demand(call.Request);
        var document = await S3Xml.ReadCheckedAsync(call.Request, "Delete");
        var quiet = document.Element("Quiet")?.Value == "true";
        var keys = document.Elements("Object").Select(entry => entry.Element("Key")?.Value).ToList();
        if (keys.Count is 0 or > Most || keys.Contains(null))
        {
            throw S3Exception.MalformedXml();
        }

        return S3Response.Xml(S3Xml.Document("DeleteResult", keys.Select(key => Delete(call, key!, quiet))));
    }

    private static XElement? Delete(S3Call call, string key, bool quiet)
    {
        if (!call.Access.Allows(call.Request, call.Bucket, "s3:DeleteObject", key))
        {
            return new(
                "Error", new XElement("Key", key), new XElement("Code", "AccessDenied"), new XElement("Message", "Access Denied"));
        }

        if (call.Bucket.Store.Remove(key))
        {
            call.Bucket.Events?.ReportDeleted(call.Request, key);
        }

        return quiet ? null : new("Deleted", new XElement("Key", key));
    }
}
