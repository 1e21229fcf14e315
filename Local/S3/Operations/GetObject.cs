using System.Globalization;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>GetObject</c> and <c>HeadObject</c>: conditional headers, one range or one part, and the <c>response-*</c> overrides
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html).
/// </summary>
internal static class GetObject
{
    private const string OverridePrefix = "response-";

    private static readonly string[] Overridden =
    [
        "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Type", "Expires",
    ];

    public static S3Response Run(S3Call call)
    {
        var request = call.Request;
        call.DemandOnObject("s3:GetObject");
        int? number = request.Parameter("partNumber") is { } text ? PartNumber.Of(text) : null;
        if (number is not null && request.Header("Range") is not null)
        {
            throw S3Exception.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        }

        ObjectHeaders.RefuseCustomerKeys(request);
        var (stored, content) = call.Bucket.Store.Open(call.Key) ?? throw call.Missing();
        var keep = false;
        try
        {
            CheckClass(request, stored);
            if (Preconditions.IsNotModified(request, stored))
            {
                var notModified = new S3Response(304);
                ObjectHeaders.Write(stored, notModified.Headers);
                notModified.Headers.Remove("Content-Type");
                return notModified;
            }

            var range = number is { } part ? PartNumber.RangeOf(part, stored) : RangeOf(request, stored);
            keep = request.Method != "HEAD";
            return Answer(call, stored, content, range, number);
        }
        finally
        {
            if (!keep)
            {
                content.Dispose();
            }
        }
    }

    // What is archived must be restored before it is read, and no restore is served here.
    private static void CheckClass(S3Request request, StoredObject stored)
    {
        if (request.Method == "GET"
            && stored.SystemMetadata.GetValueOrDefault("x-amz-storage-class") is ("GLACIER" or "DEEP_ARCHIVE") and var storage)
        {
            throw new S3Exception(403, "InvalidObjectState", "The operation is not valid for the object's storage class")
            {
                Details = [("StorageClass", storage)],
            };
        }
    }

    private static S3Response Answer(S3Call call, StoredObject stored, Stream content, (long Start, long Length)? range, int? number)
    {
        var request = call.Request;
        var (start, length) = range ?? (0, stored.Size);

        // An empty object has no range.
        var isPart = range is not null && length > 0;
        content.Position = start;
        var response = new S3Response(isPart ? 206 : 200)
        {
            Length = length,
            Body = request.Method == "HEAD" ? Stream.Null : new BoundedStream(content, length),
        };
        ObjectHeaders.Write(stored, response.Headers);
        WriteTags(call, stored, response.Headers);
        WriteChecksum(request, stored, isPart, number, response.Headers);
        Override(request, response);
        if (isPart)
        {
            response.Headers.ContentRange = $"bytes {start}-{start + length - 1}/{stored.Size}";
        }

        if (number is not null && stored.Parts.Count > 0)
        {
            response.Headers["x-amz-mp-parts-count"] = stored.Parts.Count.ToString(CultureInfo.InvariantCulture);
        }

        return response;
    }

    private static (long Start, long Length)? RangeOf(S3Request request, StoredObject stored)
    {
        var ifRange = request.Header("If-Range");
        return request.Header("Range") is { } header && (ifRange is null || Preconditions.RangeHolds(ifRange, stored))
            ? ByteRange.Parse(header, stored.Size)
            : null;
    }

    // Only who may read the tags is told how many there are.
    private static void WriteTags(S3Call call, StoredObject stored, IHeaderDictionary headers)
    {
        if (stored.Tags.Count > 0 && call.Access.Allows(call.Request, call.Bucket, "s3:GetObjectTagging", call.Key))
        {
            headers["x-amz-tagging-count"] = stored.Tags.Count.ToString(CultureInfo.InvariantCulture);
        }
    }

    // The checksum of the whole does not fit a range; a part has a checksum of its own.
    private static void WriteChecksum(S3Request request, StoredObject stored, bool isPart, int? number, IHeaderDictionary headers)
    {
        if (!"ENABLED".Equals(request.Header("x-amz-checksum-mode"), StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (!isPart || (number is not null && stored.Parts.Count == 0))
        {
            ChecksumFields.Write(stored.Checksum, headers);
        }
        else if (number is { } part && stored.Parts[part - 1].Checksum is { } checksum)
        {
            ChecksumFields.Write(stored.Checksum! with { Value = checksum }, headers);
        }
    }

    private static void Override(S3Request request, S3Response response)
    {
        foreach (var header in Overridden)
        {
            var name = OverridePrefix + header.ToLowerInvariant();
            if (!request.Query.TryGetValue(name, out var value))
            {
                continue;
            }

            if (request.Caller == Iam.Caller.Anonymous)
            {
                throw S3Exception.InvalidRequest("Request specific response headers cannot be used for anonymous GET requests.");
            }

            if (value.ToString().Any(character => character > '\u00FF' || char.IsControl(character)))
            {
                throw S3Exception.InvalidArgument("Header value cannot be represented using ISO-8859-1.", name, value.ToString());
            }

            response.Headers[header] = value;
        }
    }
}
