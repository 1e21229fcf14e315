using System.Text;
using System.Xml.Linq;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>What can be asked of a bucket itself: <c>HeadBucket</c> and the <c>GetBucket...</c> operations.</summary>
internal static class BucketDescriptions
{
    public static S3Response Head(S3Call call)
    {
        call.DemandOnBucket("s3:ListBucket");
        var response = new S3Response(200);
        response.Headers["x-amz-bucket-region"] = Account.Region;
        response.Headers["x-amz-access-point-alias"] = "false";
        response.Headers.ContentType = "application/xml";
        return response;
    }

    // S3 writes us-east-1 as an empty element.
    public static S3Response Location(S3Call call)
    {
        call.DemandOnBucket("s3:GetBucketLocation");
        return S3Response.Xml(S3Xml.Document("LocationConstraint"));
    }

    // One version of each object is kept here, whatever the template says.
    public static S3Response Versioning(S3Call call)
    {
        call.DemandOnBucket("s3:GetBucketVersioning");
        return S3Response.Xml(S3Xml.Document("VersioningConfiguration"));
    }

    public static S3Response Policy(S3Call call)
    {
        call.DemandOnBucket("s3:GetBucketPolicy");
        var policy = call.Bucket.Policy ?? throw new S3Exception(
            404, "NoSuchBucketPolicy", "The bucket policy does not exist")
        { Details = [("BucketName", call.Bucket.Name)] };
        var bytes = Encoding.UTF8.GetBytes(policy.ToJsonString());
        var response = new S3Response(200) { Body = new MemoryStream(bytes), Length = bytes.Length };
        response.Headers.ContentType = "application/json";
        return response;
    }

    public static S3Response Cors(S3Call call)
    {
        call.DemandOnBucket("s3:GetBucketCORS");
        return call.Bucket.Cors.Count == 0
            ? throw new S3Exception(404, "NoSuchCORSConfiguration", "The CORS configuration does not exist")
            {
                Details = [("BucketName", call.Bucket.Name)],
            }
            : S3Response.Xml(S3Xml.Document("CORSConfiguration", call.Bucket.Cors.Select(Rule)));
    }

    private static XElement Rule(CorsRule rule) => new(
        "CORSRule",
        rule.Id is null ? null : new XElement("ID", rule.Id),
        rule.AllowedHeaders.Select(header => new XElement("AllowedHeader", header)),
        rule.AllowedMethods.Select(method => new XElement("AllowedMethod", method)),
        rule.AllowedOrigins.Select(origin => new XElement("AllowedOrigin", origin)),
        rule.ExposedHeaders.Select(header => new XElement("ExposeHeader", header)),
        rule.MaxAge is null ? null : new XElement("MaxAgeSeconds", rule.MaxAge));
}
