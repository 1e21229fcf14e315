using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Temporary credentials of a role.</summary>
internal sealed record AwsCredentials(string AccessKey, string Secret, string Token, DateTimeOffset Expires)
{
    private static readonly HttpClient Http = new();

    /// <summary>For how long they can still be used.</summary>
    public TimeSpan Left => Expires - DateTimeOffset.UtcNow;

    /// <summary>
    /// What the identity pool gives for a token, or how it refuses
    /// (https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html). Without a token it is asked as a guest.
    /// </summary>
    public static async Task<(AwsCredentials? Credentials, string? Refusal)> OfAsync(Uri site, string? token)
    {
        var config = JsonNode.Parse(await Http.GetStringAsync(new Uri(site, "config.json")))!;
        var logins = token is null ? new JsonObject() : new JsonObject { [(string)config["identityProvider"]!] = token };
        var id = await AskAsync(config, "GetId", new() { ["IdentityPoolId"] = (string)config["identityPool"]!, ["Logins"] = logins });
        if (id["IdentityId"] is not { } identity)
        {
            return (null, (string?)id["__type"]);
        }

        var given = await AskAsync(
            config, "GetCredentialsForIdentity", new() { ["IdentityId"] = (string)identity!, ["Logins"] = logins.DeepClone() });
        return given["Credentials"] is { } keys
            ? (new((string)keys["AccessKeyId"]!, (string)keys["SecretKey"]!, (string)keys["SessionToken"]!,
                DateTimeOffset.FromUnixTimeSeconds((long)keys["Expiration"]!)), null)
            : (null, (string?)given["__type"]);
    }

    private static async Task<JsonNode> AskAsync(JsonNode config, string operation, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{config["identity"]}/")
        {
            Content = new StringContent(
                body.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-amz-json-1.1")),
        };
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityService.{operation}");
        using var response = await Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
