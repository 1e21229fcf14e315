using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.S3.Operations;

/// <summary>The conditional headers, as RFC 9110 section 13 orders them and S3 applies them.</summary>
internal static class Preconditions
{
    /// <summary>Whether the response to a read is 304.</summary>
    /// <exception cref="S3Exception">412.</exception>
    public static bool IsNotModified(S3Request request, StoredObject stored)
    {
        if (request.Header("If-Match") is { } match)
        {
            Require(Lists(match, stored.ETag), "If-Match");
        }
        else if (Time(request.Header("If-Unmodified-Since")) is { } unmodifiedSince)
        {
            Require(Seconds(stored.LastModified) <= unmodifiedSince, "If-Unmodified-Since");
        }

        return request.Header("If-None-Match") is { } noneMatch
            ? Lists(noneMatch, stored.ETag)
            : Time(request.Header("If-Modified-Since")) is { } modifiedSince && Seconds(stored.LastModified) <= modifiedSince;
    }

    /// <summary>
    /// The check of a write: <c>If-None-Match: *</c> lets it only create, <c>If-Match</c> only replace
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html).
    /// </summary>
    public static Action<StoredObject?> OfWrite(S3Request request)
    {
        var noneMatch = request.Header("If-None-Match");
        var match = request.Header("If-Match");
        if (noneMatch is not null and not "*")
        {
            throw S3Exception.NotOffered("a write with If-None-Match other than *");
        }

        return before =>
        {
            Require(noneMatch is null || before is null, "If-None-Match");
            if (match is not null && before is null)
            {
                throw S3Exception.NoSuchKey(request.Key!);
            }

            Require(match is null || Lists(match, before!.ETag), "If-Match");
        };
    }

    /// <summary>The check of a deletion that names the tag of what it removes; an asterisk stands for any.</summary>
    public static Action<StoredObject?> OfTag(string key, string tag) => before =>
        Require(Lists(tag, (before ?? throw S3Exception.NoSuchKey(key)).ETag), "If-Match");

    /// <summary>Whether a list of entity tags names this one; S3 forgives missing quotes.</summary>
    public static bool Lists(string tags, string etag) => tags
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(tag => tag == "*" || Bare(tag) == Bare(etag));

    /// <summary>Whether <c>If-Range</c>, a tag or a date, is still true (https://www.rfc-editor.org/rfc/rfc9110#section-13.1.5).</summary>
    public static bool RangeHolds(string condition, StoredObject stored) => Time(condition) is { } date
        ? Seconds(stored.LastModified) == date
        : Lists(condition, stored.ETag);

    private static ReadOnlySpan<char> BareSpan(string tag) =>
        (tag.StartsWith("W/", StringComparison.Ordinal) ? tag.AsSpan(2) : tag).Trim('"');

    private static string Bare(string tag) => BareSpan(tag).ToString();

    private static void Require(bool holds, string condition)
    {
        if (!holds)
        {
            throw S3Exception.PreconditionFailed(condition);
        }
    }

    // HTTP dates have whole seconds.
    private static DateTimeOffset Seconds(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Offset);

    // Each of HTTP's three forms (https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).
    private static DateTimeOffset? Time(string? header) => HeaderUtilities.TryParseDate(header, out var time) ? time : null;
}
