using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront;

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

    /// <summary>The origin's answer whose body streams.</summary>
    public OriginResponse? Streaming { get; init; }

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
            headers.Age = ((long)Math.Max(0, (now - entry.Since).TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
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
        Length = Length,
    };

    /// <inheritdoc/>
    public void Dispose() => Streaming?.Dispose();
}
