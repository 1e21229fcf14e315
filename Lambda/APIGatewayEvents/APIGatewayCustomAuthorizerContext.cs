#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Globalization;
using System.Text.Json;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// What the authorizer said, by name. A Lambda authorizer's values arrive as they were; a user pool authorizer's token arrives as
/// <c>claims</c>, which <see cref="Claims"/> reads.
/// </summary>
public class APIGatewayCustomAuthorizerContext : Dictionary<string, object>
{
    private Dictionary<string, string> _claims;

    /// <summary>The value of <c>principalId</c>, a key of AWS's first examples.</summary>
    [Obsolete("Use the indexer: authorizer[\"principalId\"].")]
    public string PrincipalId
    {
        get => TryGetValue("principalId", out var value) ? value?.ToString() : null;
        set => this["principalId"] = value!;
    }

    /// <summary>The value of <c>stringKey</c>, a key of AWS's first examples.</summary>
    [Obsolete("Use the indexer: authorizer[\"stringKey\"].")]
    public string StringKey
    {
        get => TryGetValue("stringKey", out var value) ? value?.ToString() : null;
        set => this["stringKey"] = value!;
    }

    /// <summary>The value of <c>numKey</c>, a key of AWS's first examples.</summary>
    [Obsolete("Use the indexer: authorizer[\"numKey\"].")]
    public int? NumKey
    {
        get =>
            TryGetValue(
                "numKey", out var value) && int.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        set => this["numKey"] = value!;
    }

    /// <summary>The value of <c>boolKey</c>, a key of AWS's first examples.</summary>
    [Obsolete("Use the indexer: authorizer[\"boolKey\"].")]
    public bool? BoolKey
    {
        get => TryGetValue("boolKey", out var value) && bool.TryParse(value?.ToString(), out var parsed) ? parsed : null;
        set => this["boolKey"] = value!;
    }

    /// <summary>The claims of the user pool's token; empty where there are none. API Gateway makes every claim a string.</summary>
    public Dictionary<string, string> Claims
    {
        get => _claims ??= ReadClaims();
        set => _claims = value;
    }

    private Dictionary<string, string> ReadClaims()
    {
        var claims = new Dictionary<string, string>();
        if (TryGetValue("claims", out var value) && value is JsonElement { ValueKind: JsonValueKind.Object } json)
        {
            foreach (var claim in json.EnumerateObject())
            {
                if (claim.Value.ValueKind is JsonValueKind.String)
                {
                    claims[claim.Name] = claim.Value.GetString()!;
                }
            }
        }

        return claims;
    }
}
