namespace Lexicon.Local.S3;

/// <summary><c>PutObject</c>, with conditional writes.</summary>
internal static class PutObject
{
    private const int LongestKey = 1024;

    public static async Task<S3Response> RunAsync(S3Call call)
    {
        call.DemandOnObject("s3:PutObject");
        CheckKey(call.Key);
        var described = ObjectHeaders.Describe(call.Request);
        using var upload = await ObjectBody.ReceiveAsync(call);
        var stored = call.Bucket.Store.Commit(
            upload,
            described with { ETag = upload.ETag, Checksum = upload.Checksum },
            Preconditions.OfWrite(call.Request));
        var response = new S3Response(200);
        response.Headers.ETag = stored.ETag;
        response.Headers["x-amz-server-side-encryption"] = "AES256";
        ObjectBody.Write(stored.Checksum, response.Headers);
        return response;
    }

    /// <summary>Refuses keys longer than S3 allows.</summary>
    public static void CheckKey(string key)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(key) > LongestKey)
        {
            throw new S3Exception(400, "KeyTooLongError", "Your key is too long");
        }
    }
}
