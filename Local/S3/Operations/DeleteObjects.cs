using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>DeleteObjects</c>: up to 1,000 keys, each decided by itself, and each on its own condition
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html).
/// </summary>
internal static class DeleteObjects
{
    private const int Most = 1000;

    public static async Task<S3Response> RunAsync(S3Call call)
    {
        XmlBody.Demand(call.Request);
        var document = await S3Xml.ReadCheckedAsync(call.Request, "Delete");
        var quiet = document.Element("Quiet")?.Value.Trim() is "true" or "1";
        var entries = document.Elements("Object").ToList();
        if (entries.Count is 0 or > Most || entries.Exists(static entry => entry.Element("Key") is null))
        {
            throw S3Exception.MalformedXml();
        }

        return S3Response.Xml(S3Xml.Document("DeleteResult", entries.Select(entry => Delete(call, entry, quiet))));
    }

    private static XElement? Delete(S3Call call, XElement entry, bool quiet)
    {
        var key = entry.Element("Key")!.Value;
        try
        {
            call.Access.Demand(call.Request, call.Bucket, "s3:DeleteObject", key);

            // Objects have one version, which S3 calls null.
            if (entry.Element("VersionId")?.Value is { } version and not "null")
            {
                throw S3Exception.NoSuchVersion(version);
            }

            if (call.Bucket.Store.Remove(key, entry.Element("ETag")?.Value is { } tag ? Preconditions.OfTag(key, tag) : null))
            {
                call.Bucket.Events?.ReportDeleted(call.Request, key);
            }
        }
        catch (S3Exception refusal)
        {
            return new(
                "Error",
                new XElement("Key", key),
                entry.Element("VersionId"),
                new XElement("Code", refusal.Code),
                new XElement("Message", refusal.Message));
        }

        return quiet ? null : new("Deleted", new XElement("Key", key), entry.Element("VersionId"));
    }
}
