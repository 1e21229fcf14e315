using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary><c>PutObject</c>, with conditional writes.</summary>
internal static class PutObject
{
    public static async Task<S3Response> RunAsync(S3Call call)
    {
        call.DemandOnObject("s3:PutObject");
        var described = ObjectTags.Describe(call);
        using var upload = await ObjectBody.ReceiveAsync(call);
        var stored = call.Bucket.Store.Commit(
            upload,
            described with { ETag = upload.ETag, Checksum = upload.Checksum },
            Preconditions.OfWrite(call.Request));
        call.ReportCreated(stored, "PutObject");
        var response = new S3Response(200);
        response.Headers.ETag = stored.ETag;
        ObjectHeaders.WriteEncryption(response.Headers);
        ChecksumFields.Write(stored.Checksum, response.Headers);
        return response;
    }
}
