using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// The moderation API through the site, with requests that are signed as a browser signs them: for the API's own host and stage. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.
/// </summary>
internal sealed class ModerationClient(Uri site, AwsCredentials credentials)
{
    private const string Reports = "/api/moderation/reports";

    private static readonly HttpClient Http = new();

    public Task<Answer> ListAsync(string query = "") => SendAsync(HttpMethod.Get, Reports, query);

    public Task<Answer> DecideAsync(string reportId, string decision, string reason) => SendAsync(
        HttpMethod.Post,
        $"{Reports}/{reportId}/decision",
        body: new JsonObject { ["decision"] = decision, ["reason"] = reason }.ToJsonString());

    /// <summary>Sends a request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Its path on the site.</param>
    /// <param name="query">Its query, encoded and in order.</param>
    /// <param name="body">Its body.</param>
    /// <param name="spoil">What somebody does to it after it was signed.</param>
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string query = "", string body = "", Action<HttpRequestMessage>? spoil = null)
    {
        var config = JsonNode.Parse(await Http.GetStringAsync(new Uri(site, "config.json")))!;
        using var request = new HttpRequestMessage(method, new Uri(site, query.Length > 0 ? $"{path}?{query}" : path));
        request.Content = body.Length > 0 ? new StringContent(body, Encoding.UTF8, "application/json") : null;
        Sign(request, $"{config["api"]}{path}", query, body, (string)config["region"]!);
        spoil?.Invoke(request);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(
            response.StatusCode,
            text.Length > 0 ? JsonNode.Parse(text) : null,
            null,
            null,
            response.Content.Headers.ContentType?.MediaType);
    }

    private void Sign(HttpRequestMessage request, string signedFor, string query, string body, string region)
    {
        const string Signed = "host;x-amz-date;x-amz-security-token";
        var slash = signedFor.IndexOf('/', StringComparison.Ordinal);
        var time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{region}/execute-api/aws4_request";
        var canonical = $"{request.Method}\n{signedFor[slash..]}\n{query}\nhost:{signedFor[..slash]}\nx-amz-date:{time}\n"
            + $"x-amz-security-token:{credentials.Token}\n\n{Signed}\n{Hash(body)}";
        var key = new[] { time[..8], region, "execute-api", "aws4_request" }.Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + credentials.Secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}"));
        request.Headers.Add("X-Amz-Date", time);
        request.Headers.Add("X-Amz-Security-Token", credentials.Token);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={credentials.AccessKey}/{scope}, SignedHeaders={Signed}, "
                + $"Signature={Convert.ToHexStringLower(signature)}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
