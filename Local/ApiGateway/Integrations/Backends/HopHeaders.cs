using System.Collections.Frozen;
using Lexicon.Local.ApiGateway.Integrations.Mapping;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// Headers that no mapping may set, since they belong to API Gateway's own connection to the backend
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html#api-gateway-known-issues-rest-apis): a
/// request whose mapping does is 500. Others of this kind are left out (<see cref="HttpCaller"/>).
/// </summary>
internal static class HopHeaders
{
    /// <summary>Those of endpoints over HTTP.</summary>
    public static FrozenSet<string> OfEndpoints { get; } =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Content-Length", "Transfer-Encoding");

    /// <summary>Those of functions and services.</summary>
    public static FrozenSet<string> OfAws { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization", "Connection", "Content-Length", "Expect", "Proxy-Authenticate", "TE", "Transfer-Encoding");

    /// <summary>Refuses a request with one of these.</summary>
    public static void Check(IEnumerable<string> mapped, FrozenSet<string> refused)
    {
        if (mapped.FirstOrDefault(refused.Contains) is { } name)
        {
            throw IntegrationFailedException.Misconfigured($"The header '{name}' cannot be mapped");
        }
    }
}
