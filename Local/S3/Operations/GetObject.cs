namespace Lexicon.Local.S3;

/// <summary>
/// <c>GetObject</c> and <c>HeadObject</c>: conditional headers, one range, and the <c>response-*</c> overrides.
/// </summary>
internal static class GetObject
{
    private const string OverridePrefix = "response-";

    public static S3Response Run(S3Call call)
    {
        var request = call.Request;
        call.DemandOnObject("s3:GetObject");
        var opened = call.Bucket.Store.Open(call.Key) ?? throw call.Missing();
        var (stored, content) = opened;
        var keep = false;
        try
        {
            if (Preconditions.IsNotModified(request, stored))
            {
                var notModified = new S3Response(304);
                ObjectHeaders.Write(stored, notModified.Headers);
                notModified.Headers.Remove("Content-Type");
                return notModified;
            }

            var range = RangeOf(request, stored);
            var (start, length) = range ?? (0, stored.Size);
            var isHead = request.Method == "HEAD";
            keep = !isHead;
            content.Position = start;
            var response = new S3Response(range is null ? 200 : 206)
            {
                Length = length,
                Body = isHead ? Stream.Null : new BoundedStream(content, length),
            };
            ObjectHeaders.Write(stored, response.Headers);
            Override(request, response);
            if (range is not null)
            {
                response.Headers.ContentRange = $"bytes {start}-{start + length - 1}/{stored.Size}";
            }
            else if ("ENABLED".Equals(request.Header("x-amz-checksum-mode"), StringComparison.OrdinalIgnoreCase))
            {
                ObjectBody.Write(stored.Checksum, response.Headers);
            }

            return response;
        }
        finally
        {
            if (!keep)
            {
                content.Dispose();
            }
        }
    }

    private static (long Start, long Length)? RangeOf(S3Request request, StoredObject stored)
    {
        if (request.Parameter("partNumber") is { } part and not "1")
        {
            throw S3Exception.NotOffered($"reading part {part} of an object");
        }

        var ifRange = request.Header("If-Range");
        return request.Header("Range") is { } header && (ifRange is null || Preconditions.Lists(ifRange, stored.ETag))
            ? ByteRange.Parse(header, stored.Size)
            : null;
    }

    private static void Override(S3Request request, S3Response response)
    {
        foreach (var (name, value) in request.Query.Where(one => one.Key.StartsWith(OverridePrefix, StringComparison.Ordinal)))
        {
            if (request.Caller == Iam.Caller.Anonymous)
            {
                throw S3Exception.InvalidRequest("Request specific response headers cannot be used for anonymous GET requests.");
            }

            if (value.ToString().Any(character => character > '\u00FF' || char.IsControl(character)))
            {
                throw S3Exception.InvalidArgument("Header value cannot be represented using ISO-8859-1.", name, value.ToString());
            }

            response.Headers[name[OverridePrefix.Length..]] = value;
        }
    }
}
