using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>ListBuckets</c>.</summary>
internal static class ListBuckets
{
    public static S3Response Run(S3Request request, Buckets buckets, BucketAuthorizer access)
    {
        access.DemandForAccount(request, "s3:ListAllMyBuckets");
        return S3Response.Xml(S3Xml.Document(
            "ListAllMyBucketsResult",
            ListObjects.Owner(),
            new XElement("Buckets", buckets.All.Select(bucket => new XElement(
                "Bucket",
                new XElement("Name", bucket.Name),
                new XElement("CreationDate", S3Xml.Time(bucket.Created)))))));
    }
}
