using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws;

/// <summary>The condition keys that every service's requests have in common.</summary>
internal static class ConditionKeys
{
    /// <summary>A new dictionary of them, to which a service adds its own.</summary>
    public static Dictionary<string, IReadOnlyList<string>> ConditionContext(this HttpContext context)
    {
        var keys = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        if (context.Connection.RemoteIpAddress is { } address)
        {
            keys["aws:SourceIp"] = [ClientAddress.Unmap(address).ToString()];
        }

        if (context.Request.Headers.UserAgent is [{ } agent])
        {
            keys["aws:UserAgent"] = [agent];
        }

        if (context.Request.Headers.Referer is [{ } referer])
        {
            keys["aws:Referer"] = [referer];
        }

        return keys;
    }
}
