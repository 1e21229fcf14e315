using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>AbortMultipartUpload</c>.</summary>
internal static class AbortMultipartUpload
{
    public static S3Response Run(S3Call call)
    {
        call.DemandOnObject("s3:AbortMultipartUpload");
        var id = call.Request.Parameter("uploadId")!;
        call.Bucket.Uploads.Find(id, call.Key);
        call.Bucket.Uploads.Remove(id);
        return new(204);
    }
}
