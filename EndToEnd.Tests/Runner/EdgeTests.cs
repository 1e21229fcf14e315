using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>Nobody gets past the distribution, and nothing that a viewer writes changes who he is to the API.</summary>
[Collection(OneRunner.Shared)]
[Trait("Where", "Local")]
public sealed class EdgeTests(OneRunner one) : IDisposable
{
    private readonly HttpClient _http = new();

    [Theory]
    [InlineData("GET", "/api/glossaries", "")]
    [InlineData("GET", "/api/glossaries", "0123456789012345678901234567890123456789")]
    [InlineData("POST", "/api/me/glossaries", "")]
    public async Task Request_BesideTheDistribution_IsRefused(string method, string path, string key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{one.Runner.Api.ToString().TrimEnd('/')}{path}");
        request.Headers.Add("Via", "2.0 0123456789abcdef.cloudfront.net (CloudFront)");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        if (key.Length > 0)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        using var answer = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("X-Api-Key", "0123456789012345678901234567890123456789")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("CloudFront-Viewer-Address", "203.0.113.7:443")]
    [InlineData("CloudFront-Viewer-Country", "SE")]
    [InlineData("Via", "1.1 0123456789abcdef.cloudfront.net (CloudFront)")]
    public async Task ForgedHeader_ChangesNothing(string name, string value)
    {
        using var plain = await _http.GetAsync(new Uri(one.Runner.Site, "/api/glossaries?limit=7"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(one.Runner.Site, "/api/glossaries?limit=7"));
        Assert.True(request.Headers.TryAddWithoutValidation(name, value));

        using var forged = await _http.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (plain.StatusCode, forged.StatusCode));
        Assert.Equal(
            (await plain.Content.ReadFromJsonAsync<JsonObject>())!.ToJsonString(),
            (await forged.Content.ReadFromJsonAsync<JsonObject>())!.ToJsonString());
    }

    public void Dispose() => _http.Dispose();
}
