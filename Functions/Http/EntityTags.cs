using System.Buffers;
using System.Globalization;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>
/// Entity tags (RFC 9110, 8.8.3): the version of an item, in quotes. Weak ones are taken for the same, since CloudFront makes a
/// tag weak when it compresses an answer.
/// </summary>
internal static class EntityTags
{
    // Between the quotes stand visible characters and those beyond ASCII.
    private static readonly SearchValues<char> NotInTag =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(code => (char)code), '\u007F']);

    public static string Write(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static Result<VersionMatch> ReadIfMatch(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return new Failure(
                FailureKind.PreconditionRequired, "If-Match must name the version that this request replaces, as its ETag.");
        }

        return Parse(header) is { } match
            ? match
            : new Failure(FailureKind.InvalidHeader, "If-Match must be * or a list of entity tags.");
    }

    /// <summary>
    /// Reads <c>*</c> or a list of tags; null where it is neither. A tag that is well-formed but no version matches nothing.
    /// </summary>
    public static VersionMatch? Parse(string? header)
    {
        if (header is null || header.Length > Limits.EntityTags)
        {
            return null;
        }

        if (header.AsSpan().Trim(" \t") is "*")
        {
            return VersionMatch.Any;
        }

        var rest = header.AsSpan();
        List<long> versions = [];
        for (var tags = 0; tags <= Limits.EntityTagsInHeader; tags++)
        {
            // A list may have empty elements (RFC 9110, 5.6.1.2).
            rest = rest.TrimStart(" \t,");
            if (rest is [])
            {
                return tags > 0 ? new(versions) : null;
            }

            if (!TryReadTag(ref rest, out var opaque))
            {
                return null;
            }

            if (TryReadVersion(opaque, out var version))
            {
                versions.Add(version);
            }
        }

        return null;
    }

    private static bool TryReadTag(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> opaque)
    {
        opaque = default;
        var tag = rest.StartsWith("W/") ? rest[2..] : rest;
        var end = tag is ['"', ..] ? tag[1..].IndexOf('"') : -1;
        if (end < 0)
        {
            return false;
        }

        opaque = tag[1..(end + 1)];
        rest = tag[(end + 2)..].TrimStart(" \t");
        return rest is [] or [',', ..] && !opaque.ContainsAny(NotInTag);
    }

    private static bool TryReadVersion(ReadOnlySpan<char> opaque, out long version) =>
        long.TryParse(opaque, NumberStyles.None, CultureInfo.InvariantCulture, out version)
        && version > 0
        && opaque[0] is not '0';
}
