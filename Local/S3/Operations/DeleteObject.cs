using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>DeleteObject</c>: 204, whether or not the object was there.</summary>
internal static class DeleteObject
{
    public static S3Response Run(S3Call call)
    {
        call.DemandOnObject("s3:DeleteObject");
        if (call.Bucket.Store.Remove(call.Key, call.Request.Header("If-Match") is null ? null : Preconditions.OfWrite(call.Request)))
        {
            call.Bucket.Events?.ReportDeleted(call.Request, call.Key);
        }

        return new(204);
    }
}
