using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3.Protocol;

/// <summary>
/// The bucket and key of a request, path-style or virtual-hosted
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html). Besides Amazon's host names <c>{bucket}.localhost</c> and
/// <c>{bucket}.s3.localhost</c> are virtual hosts, since that is what SDKs make of an endpoint on this machine.
/// </summary>
internal static partial class S3Address
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Bucket and key of an HTTP request, from the target as the client sent it.</summary>
    public static (string? Bucket, string? Key) Parse(HttpRequest request)
    {
        var path = RawTarget.From(request.HttpContext).Path;
        return Parse(request.Host.Host, path.Length == 0 ? request.Path.ToUriComponent() : path);
    }

    /// <summary>Bucket and key by host name and encoded path.</summary>
    public static (string? Bucket, string? Key) Parse(string host, string path)
    {
        if (VirtualHost().Match(host) is { Success: true } match)
        {
            return (match.Groups["bucket"].Value, KeyOf(path));
        }

        var decoded = KeyOf(path);
        if (decoded is null)
        {
            return (null, null);
        }

        var slash = decoded.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? (decoded, null)
            : (decoded[..slash], slash == decoded.Length - 1 ? null : decoded[(slash + 1)..]);
    }

    /// <summary>The key in an encoded path that begins with a slash; null when there is nothing behind the slash.</summary>
    /// <exception cref="S3Exception">The bytes are not UTF-8.</exception>
    public static string? KeyOf(string path)
    {
        if (path.Length <= 1)
        {
            return null;
        }

        var encoded = Encoding.UTF8.GetBytes(path[1..]);
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length
                && byte.TryParse(encoded.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                encoded[length++] = b;
                i += 2;
            }
            else
            {
                encoded[length++] = encoded[i];
            }
        }

        try
        {
            return Strict.GetString(encoded, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw new S3Exception(400, "InvalidURI", "Couldn't parse the specified URI.");
        }
    }

    [GeneratedRegex(
        @"^(?<bucket>[a-z0-9][a-z0-9.-]+?)\.(s3[.-](dualstack\.)?([a-z0-9-]+\.)?amazonaws\.com|(?<!^s3\.)(s3\.)?localhost)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex VirtualHost();
}
