using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Origins;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>An answer on its way to the viewer.</summary>
internal sealed class EdgeResponse : IDisposable
{
    public const string Hit = "Hit from cloudfront";
    public const string Miss = "Miss from cloudfront";
    public const string RefreshHit = "RefreshHit from cloudfront";
    public const string Error = "Error from cloudfront";

    public required int Status { get; init; }

    /// <summary>Its own: the steps behind may change them.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The value of <c>X-Cache</c>.</summary>
    public required string XCache { get; init; }

    /// <summary>The body in memory; null when it streams.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>The origin's answer whose body streams; it ends with this.</summary>
    public OriginResponse? Streaming { get; init; }

    /// <summary>The body that streams; null when it is in memory.</summary>
    public Stream? Body { get; init; }

    /// <summary>What <c>Content-Length</c> says; null when it is not known.</summary>
    public long? Length { get; init; }

    /// <summary>An entry of the cache, as of now.</summary>
    public static EdgeResponse Of(CacheEntry entry, string xCache, DateTimeOffset now)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var (name, values) in entry.Headers)
        {
            headers[name] = values;
        }

        if (xCache is Hit)
        {
            var age = entry.InitialAge + (now - entry.Since);
            headers.Age = ((long)Math.Max(0, age.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return new()
        {
            Status = entry.Status,
            Headers = headers,
            XCache = entry.Status >= 400 ? Error : xCache,
            Bytes = entry.Body,
            Length = entry.Length,
        };
    }

    /// <summary>CloudFront's own error page.</summary>
    public static EdgeResponse OfError(int status, string sentence, string requestId)
    {
        var page = ErrorPage.Of(status, sentence, requestId);
        return new()
        {
            Status = status,
            Headers = new HeaderDictionary { ["Content-Type"] = "text/html", ["Server"] = "CloudFront" },
            XCache = Error,
            Bytes = page,
            Length = page.Length,
        };
    }

    /// <summary>The same, as the page of an error.</summary>
    public EdgeResponse AsError(int status) => new()
    {
        Status = status,
        Headers = Headers,
        XCache = Error,
        Bytes = Bytes,
        Streaming = Streaming,
        Body = Body,
        Length = Length,
    };

    /// <summary>The origin's answer, whose body passes through.</summary>
    /// <param name="response">What the origin answered.</param>
    /// <param name="headers">The headers for the viewer.</param>
    /// <param name="body">The body, where something listens to it; null: the origin's own.</param>
    public static EdgeResponse Through(OriginResponse response, IHeaderDictionary headers, Stream? body = null) => new()
    {
        Status = response.Status,
        Headers = headers,
        XCache = response.Status >= 400 ? Error : Miss,
        Streaming = response,
        Body = body ?? response.Body,
        Length = response.Length,
    };

    /// <summary>The same, with what was already read of the body in front.</summary>
    public EdgeResponse After(ReadOnlyMemory<byte> beginning) => new()
    {
        Status = Status,
        Headers = Headers,
        XCache = XCache,
        Bytes = beginning,
        Streaming = Streaming,
        Body = Body,
        Length = Length,
    };

    /// <summary>The same, with another status and body.</summary>
    public EdgeResponse With(int status, ReadOnlyMemory<byte> bytes) => new()
    {
        Status = status,
        Headers = Headers,
        XCache = XCache,
        Bytes = bytes,
        Length = bytes.Length,
    };

    /// <summary>A body in memory that is not cached.</summary>
    public static EdgeResponse Whole(int status, IHeaderDictionary headers, ReadOnlyMemory<byte> body) => new()
    {
        Status = status,
        Headers = headers,
        XCache = status >= 400 ? Error : Miss,
        Bytes = body,
        Length = body.Length,
    };

    public void Dispose()
    {
        Body?.Dispose();
        Streaming?.Dispose();
    }
}
