using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>The HTTP API as one reader sees it, through the site.</summary>
internal sealed class LexiconClient : IDisposable
{
    private readonly HttpClient _http;

    public LexiconClient(Uri site, string? token)
    {
        Token = token;
        _http = new HttpClient { BaseAddress = site };
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The reader's ID token; null for anyone.</summary>
    public string? Token { get; }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, JsonObject body, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, path, body.ToJsonString(), ("Idempotency-Key", idempotencyKey));

    public Task<Answer> PutAsync(string path, JsonObject body, string? ifMatch) =>
        SendAsync(HttpMethod.Put, path, body.ToJsonString(), ("If-Match", ifMatch));

    public Task<Answer> DeleteAsync(string path, string? ifMatch) =>
        SendAsync(HttpMethod.Delete, path, null, ("If-Match", ifMatch));

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? body = null, (string Name, string? Value) header = default)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (header is { Name: not null, Value: not null })
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var contentType = response.Content.Headers.ContentType?.MediaType;
        var json = text.Length > 0 && contentType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
        return new Answer(response.StatusCode, json, response.Headers.ETag?.ToString(), response.Headers.Location, contentType);
    }

    /// <summary>A new glossary of this reader.</summary>
    public Task<Answer> CreateGlossaryAsync(string title, string visibility = "public", string? idempotencyKey = null) =>
        PostAsync("/api/me/glossaries",
            new JsonObject { ["title"] = title, ["description"] = $"About {title}", ["visibility"] = visibility }, idempotencyKey);

    /// <summary>A new term in a glossary of this reader.</summary>
    public Task<Answer> CreateTermAsync(string glossaryId, string term, string? idempotencyKey = null, params string[] tags) =>
        PostAsync($"/api/me/glossaries/{glossaryId}/terms", new JsonObject
        {
            ["term"] = term,
            ["definition"] = $"What {term} means.",
            ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode?)tag)]),
        }, idempotencyKey);

    /// <summary>Every item of a list, page by page.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path, int pageSize)
    {
        var items = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await GetAsync(
                $"{path}{separator}limit={pageSize}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            var members = page["items"].AsArray();
            Assert.InRange(members.Count, 0, pageSize);
            items.AddRange(members.Select(member => member!));
            cursor = (string?)page.Body!["nextCursor"];
        }
        while (cursor is not null);

        return items;
    }

    public void Dispose() => _http.Dispose();
}
