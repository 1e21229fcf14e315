using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>GetObjectTagging</c>, <c>PutObjectTagging</c> and <c>DeleteObjectTagging</c>.</summary>
internal static class ObjectTagging
{
    public static S3Response Get(S3Call call)
    {
        call.DemandOnObject("s3:GetObjectTagging");
        return S3Response.Xml(ObjectTags.Document((call.Bucket.Store.Find(call.Key) ?? throw call.Missing()).Tags));
    }

    public static async Task<S3Response> PutAsync(S3Call call)
    {
        call.DemandOnObject("s3:PutObjectTagging");
        var tags = ObjectTags.OfDocument(await S3Xml.ReadCheckedAsync(call.Request, "Tagging"));
        return call.Bucket.Store.Tag(call.Key, tags) ? new(200) : throw call.Missing();
    }

    public static S3Response Delete(S3Call call)
    {
        call.DemandOnObject("s3:DeleteObjectTagging");
        return call.Bucket.Store.Tag(call.Key, []) ? new(204) : throw call.Missing();
    }
}
