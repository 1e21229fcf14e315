using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>ListBuckets</c>, by prefix and Region and in pages (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html). The
/// continuation token is the last name of the page before.
/// </summary>
internal static class ListBuckets
{
    private const int LargestPage = 10_000;

    public static S3Response Run(S3Request request, Buckets buckets, BucketAuthorizer access)
    {
        access.DemandForAccount(request, "s3:ListAllMyBuckets");
        var prefix = request.Parameter("prefix") ?? "";
        var region = request.Parameter("bucket-region") is { Length: > 0 } given ? given : Account.Region;
        var size = PageNumber.Of(request.Parameter("max-buckets"), "max-buckets") ?? LargestPage;
        if (size is 0 or > LargestPage)
        {
            throw S3Exception.InvalidArgument(
                "Argument max-buckets must be an integer between 1 and 10000", "max-buckets", request.Parameter("max-buckets")!);
        }

        var after = request.Parameter("continuation-token") is { Length: > 0 } token ? ListObjects.Decode(token) : "";
        var rest = buckets.All
            .Where(bucket => region == Account.Region && bucket.Name.StartsWith(prefix, StringComparison.Ordinal)
                && string.CompareOrdinal(bucket.Name, after) > 0)
            .ToList();
        var page = rest.Take(size).ToList();

        // Whoever asks for no page is told no Region.
        var isPaged = request.Query.Keys.Any(static name => name is "prefix" or "bucket-region" or "max-buckets" or "continuation-token");
        return S3Response.Xml(S3Xml.Document(
            "ListAllMyBucketsResult",
            ListObjects.Owner(),
            new XElement("Buckets", page.Select(bucket => new XElement(
                "Bucket",
                new XElement("Name", bucket.Name),
                new XElement("CreationDate", S3Xml.Time(bucket.Created)),
                isPaged ? new XElement("BucketRegion", Account.Region) : null))),
            rest.Count > page.Count ? new XElement("ContinuationToken", ListObjects.Encode(page[^1].Name)) : null,
            prefix.Length > 0 ? new XElement("Prefix", prefix) : null));
    }
}
