using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Cognito.Tokens;

/// <summary>Writes and reads JSON Web Tokens in compact form (RFC 7515, RFC 7519), RS256 alone.</summary>
internal static class JsonWebToken
{
    /// <summary>Signs the claims.</summary>
    public static string Write(SigningKey key, JsonObject claims)
    {
        var header = new JsonObject { ["kid"] = key.Id, ["alg"] = "RS256" };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The claims, if this key signed them; else null.</summary>
    public static JsonObject? Verify(SigningKey key, string token)
    {
        if (token.Split('.') is not [var header, var claims, var signature]
            || Decode(header) is not { } head
            || !Is(head["alg"], "RS256")
            || !Is(head["kid"], key.Id)
            || !Base64Url.IsValid(signature))
        {
            return null;
        }

        var signed = Encoding.UTF8.GetBytes($"{header}.{claims}");
        return key.Verify(signed, Base64Url.DecodeFromChars(signature)) ? Decode(claims) : null;
    }

    /// <summary>The claims of a token that comes from a trusted source, unverified; null where it is none.</summary>
    public static JsonObject? Peek(string token) =>
        token.Split('.') is [_, var claims, _] ? Decode(claims) : null;

    private static bool Is(JsonNode? node, string expected) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text == expected;

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static JsonObject? Decode(string part)
    {
        try
        {
            return JsonNode.Parse(Base64Url.DecodeFromChars(part)) as JsonObject;
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            return null;
        }
    }
}
