using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// The moderation API through the site, with requests that are signed as a browser signs them: for the API's own host and stage. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.
/// </summary>
internal sealed class ModerationClient(Uri site, AwsCredentials credentials, string? token = null)
{
    private const string Reports = "/api/moderation/reports";

    private static readonly HttpClient Http = new();

    // New ones are asked for before these are over, as the page does.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);

    private AwsCredentials _credentials = credentials;

    private JsonNode? _config;

    /// <summary>The client of whoever has this token; a moderator, or there are no credentials.</summary>
    public static async Task<ModerationClient> OfAsync(Uri site, string token)
    {
        var (credentials, refusal) = await AwsCredentials.OfAsync(site, token);
        return new(
            site, credentials ?? throw new InvalidOperationException($"The moderator gets no credentials: {refusal}"), token);
    }

    public Task<Answer> ListAsync(string query = "") => SendAsync(HttpMethod.Get, Reports, query);

    /// <summary>The list of reports, page by page; one that is refused is the last.</summary>
    public async IAsyncEnumerable<Answer> PagesAsync()
    {
        var cursor = "";
        while (true)
        {
            var page = await ListAsync($"{cursor}limit=100");
            yield return page;
            if (page.Body?["nextCursor"] is not { } next)
            {
                yield break;
            }

            cursor = $"cursor={Uri.EscapeDataString((string)next!)}&";
        }
    }

    /// <summary>The open report of a term; null where there is none.</summary>
    public async Task<JsonNode?> FindAsync(string term)
    {
        await foreach (var page in PagesAsync())
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            if (page["items"].AsArray().FirstOrDefault(report => (string?)report!["termId"] == term) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The open report of a term, which is filed some moments after it was made.</summary>
    public async Task<JsonNode> UntilFiledAsync(string term)
    {
        JsonNode? report = null;
        var isFiled = await Eventually.IsSoAsync(async () => (report = await FindAsync(term)) is not null);
        Assert.True(isFiled, $"No report of {term} is filed.");
        return report!;
    }

    /// <summary>Lets somebody report a term, and hides it.</summary>
    public async Task<Answer> HideAsync(LexiconClient anyone, Answer term)
    {
        var reported = await anyone.PostAsync(
            $"/api/glossaries/{term.Text("glossaryId")}/terms/{term.Id}/reports", new() { ["reason"] = "wrong" });
        Assert.Equal(HttpStatusCode.Accepted, reported.Status);
        return await DecideAsync((string)(await UntilFiledAsync(term.Id))["id"]!, "hide", "It is wrong.");
    }

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
        if (token is not null && _credentials.Left < Reserve)
        {
            _credentials = (await AwsCredentials.OfAsync(site, token)).Credentials!;
        }

        var config = _config ??= JsonNode.Parse(await Http.GetStringAsync(new Uri(site, "config.json")))!;
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
            response.Content.Headers.ContentType?.MediaType)
        {
            ErrorType = response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.Single() : null,
        };
    }

    private void Sign(HttpRequestMessage request, string signedFor, string query, string body, string region)
    {
        const string Signed = "host;x-amz-date;x-amz-security-token";
        var slash = signedFor.IndexOf('/', StringComparison.Ordinal);
        var time = Signature.Now();
        var canonical = $"{request.Method}\n{signedFor[slash..]}\n{query}\nhost:{signedFor[..slash]}\nx-amz-date:{time}\n"
            + $"x-amz-security-token:{_credentials.Token}\n\n{Signed}\n{Signature.Hash(body)}";
        request.Headers.Add("X-Amz-Security-Token", _credentials.Token);
        var scope = $"{time[..8]}/{region}/execute-api/aws4_request";
        Signature.Add(request, _credentials.AccessKey, _credentials.Secret, scope, time, Signed, canonical);
    }
}
