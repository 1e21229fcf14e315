using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>A cache key as it may be kept and shown: without cookies, and without the headers and parameters that are secret.</summary>
internal static class ShownKey
{
    /// <summary>The key of a request; null where it does not use the cache.</summary>
    public static string? Of(EdgeExchange exchange)
    {
        if (exchange.Lookup?.Key is not { } key)
        {
            return null;
        }

        var headers = exchange.Request.Headers;
        var policy = exchange.Behavior!.Cache;
        var secrets = policy.Headers.Names.Where(SecretNames.Contain).SelectMany(name => headers[name])
            .Append(Cookies.Take(headers.Cookie, name => policy.Cookies.Takes(name, StringComparer.OrdinalIgnoreCase)));
        foreach (var secret in secrets.Where(secret => !string.IsNullOrEmpty(secret)))
        {
            key = key.Replace(secret!, SecretText.Hidden, StringComparison.Ordinal);
        }

        return SecretText.Hide(key);
    }
}
