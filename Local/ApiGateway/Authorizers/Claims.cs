using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// The claims of a token as REST APIs pass them on: strings all, lists joined with commas, and the times that RFC 7519
/// defines (<c>exp</c>, <c>iat</c>, <c>nbf</c>) written as dates.
/// </summary>
internal static class Claims
{
    /// <summary>The claims by name.</summary>
    public static JsonObject From(JsonWebToken token)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        var claims = new JsonObject();
        foreach (var claim in payload.RootElement.EnumerateObject())
        {
            claims[claim.Name] = claim.Name is "exp" or "iat" or "nbf" && claim.Value.TryGetInt64(out var seconds)
                ? Date(seconds)
                : Text(claim.Value);
        }

        return claims;
    }

    private static string Date(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds)
        .ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
