using System.Globalization;
using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Origins;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>A response on its way to the viewer.</summary>
internal sealed record EdgeResponse : IDisposable
{
    public const string Hit = "Hit from cloudfront";
    public const string Miss = "Miss from cloudfront";
    public const string RefreshHit = "RefreshHit from cloudfront";
    public const string Redirect = "Redirect from cloudfront";
    public const string Generated = "FunctionGeneratedResponse from cloudfront";
    public const string FunctionError = "FunctionExecutionError from cloudfront";
    public const string Error = "Error from cloudfront";

    private static readonly string[] OfTheContent = ["Content-Type", "Content-Encoding", "Content-Language", "Accept-Ranges"];

    public required int Status { get; init; }

    /// <summary>Its own: later steps may change them.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The value of <c>X-Cache</c>.</summary>
    public required string XCache { get; init; }

    /// <summary>The body in memory, or what comes before <see cref="Body"/>; null: all of it streams.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>The origin's response whose body streams; it ends with this.</summary>
    public OriginResponse? Streaming { get; init; }

    /// <summary>The body that streams; null when it is in memory.</summary>
    public Stream? Body { get; init; }

    /// <summary>What <c>Content-Length</c> says; null when it is not known.</summary>
    public long? Length { get; init; }

    /// <summary>Until when the cache that it is from takes it for fresh; null: it is in none.</summary>
    public DateTimeOffset? FreshUntil { get; init; }

    /// <summary>An entry of the cache, as of now.</summary>
    public static EdgeResponse From(CacheEntry entry, string xCache, DateTimeOffset now)
    {
        var headers = entry.Headers.Copy();
        if (xCache is Hit)
        {
            var age = entry.InitialAge + (now - entry.Since);
            headers.Age = ((long)Math.Max(0, age.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return new()
        {
            Status = entry.Status,
            Headers = headers,
            XCache = entry.Status >= 400 ? Error : xCache,
            Bytes = entry.Body,
            Length = entry.Length,
            FreshUntil = entry.FreshUntil,
        };
    }

    /// <summary>CloudFront's own error page.</summary>
    public static EdgeResponse ForError(int status, string sentence, string requestId) => Whole(
        status,
        new HeaderDictionary { ["Content-Type"] = "text/html", ["Server"] = "CloudFront" },
        ErrorPage.Write(status, sentence, requestId));

    /// <summary>A body in memory that is not cached.</summary>
    public static EdgeResponse Whole(int status, IHeaderDictionary headers, ReadOnlyMemory<byte> body) => new()
    {
        Status = status,
        Headers = headers,
        XCache = status >= 400 ? Error : Miss,
        Bytes = body,
        Length = body.Length,
    };

    /// <summary>The origin's response, whose body passes through.</summary>
    /// <param name="response">The origin's response.</param>
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

    /// <summary>The same, with a part of its body, or with other bytes.</summary>
    public EdgeResponse WithBytes(int status, ReadOnlyMemory<byte> bytes) =>
        this with { Status = status, Bytes = bytes, Length = bytes.Length };

    /// <summary>The same without its body and the headers that describe it.</summary>
    public EdgeResponse WithoutContent(int status)
    {
        foreach (var name in OfTheContent)
        {
            Headers.Remove(name);
        }

        return WithBytes(status, ReadOnlyMemory<byte>.Empty);
    }

    public void Dispose()
    {
        Body?.Dispose();
        Streaming?.Dispose();
    }
}
