using System.Globalization;
using Amazon.Lambda.RuntimeSupport.Errors;
using Amazon.Lambda.RuntimeSupport.Http;

namespace Amazon.Lambda.RuntimeSupport.Streaming;

/// <summary>The pieces of a body in chunks (RFC 9112, section 7.1).</summary>
internal static class Chunk
{
    /// <summary>Bytes with their length before them; none at all for none, since an empty chunk is the last.</summary>
    public static PooledBytes Append(PooledBytes request, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return request;
        }

        const int MaxDigits = 8;
        bytes.Length.TryFormat(request.GetSpan(MaxDigits), out var digits, "x", CultureInfo.InvariantCulture);
        request.Advance(digits);
        return request.Append("\r\n"u8).Append(bytes).Append("\r\n"u8);
    }

    /// <summary>The last chunk, and as trailers what went wrong: its type, and its report in base64.</summary>
    public static void AppendLast(PooledBytes request, Exception? exception)
    {
        request.Append("0\r\n"u8);
        if (exception is not null)
        {
            using var report = ErrorReport.Write(exception);
            request.Append("Lambda-Runtime-Function-Error-Type: "u8).Append(ErrorReport.TypeOf(exception)).Append("\r\n"u8)
                .Append("Lambda-Runtime-Function-Error-Body: "u8).Append(Convert.ToBase64String(report.Span)).Append("\r\n"u8);
        }

        request.Append("\r\n"u8);
    }
}
