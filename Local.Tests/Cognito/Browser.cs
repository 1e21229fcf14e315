using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.Tests.Cognito;

/// <summary>What a browser with the site in it does: cookies, the sign-in form, PKCE.</summary>
internal sealed partial class Browser(RunningCognito pool) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    public string Verifier { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public Dictionary<string, string> Query() => new()
    {
        ["client_id"] = pool.ClientId,
        ["response_type"] = "code",
        ["redirect_uri"] = pool.Callback,
        ["scope"] = "openid email",
        ["state"] = "a state & more",
        ["nonce"] = "n-1",
        ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    public async Task<HttpResponseMessage> AuthorizeAsync(Dictionary<string, string> query)
    {
        using var content = new FormUrlEncodedContent(query);
        return await _http.GetAsync(new Uri(pool.Aws, $"oauth2/authorize?{await content.ReadAsStringAsync()}"));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(pool.Aws, path));

    /// <summary>Signs in on the page that the authorization request leads to; where the answer leads.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string userName, string password)
    {
        using var redirect = await AuthorizeAsync(Query());
        var page = new Uri(pool.Aws, redirect.Headers.Location!);
        var html = await _http.GetStringAsync(page);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_csrf"] = Csrf().Match(html).Groups[1].Value,
            ["username"] = userName,
            ["password"] = password,
        });
        return await _http.PostAsync(page, form);
    }

    /// <summary>A page of the sign-in.</summary>
    public async Task<string> PageAsync(string path) => await _http.GetStringAsync(await AddressAsync(path));

    /// <summary>Fills a form of a page of the sign-in; the page that comes back.</summary>
    public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await AddressAsync(path);
        var html = await _http.GetStringAsync(page);
        using var form = new FormUrlEncodedContent(
        [
            new("_csrf", Csrf().Match(html).Groups[1].Value), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
        using var answer = await _http.PostAsync(page, form);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Signs the demo user in; the code that the callback gets.</summary>
    public async Task<string> CodeAsync()
    {
        using var answer = await SignInAsync("Demo@Example.com", "Demo-1234!");
        return Parameter(answer.Headers.Location!, "code")!;
    }

    public static string? Parameter(Uri location, string name) =>
        location.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
            .Where(pair => pair[0] == name).Select(pair => Uri.UnescapeDataString(pair[1])).FirstOrDefault();

    /// <summary>Redeems a code, with changes to the form.</summary>
    public Task<(int Status, JsonObject Body)> RedeemAsync(string code, params (string Name, string Value)[] changes) =>
        TokenAsync(
        [
            ("grant_type", "authorization_code"), ("client_id", pool.ClientId), ("code", code),
            ("redirect_uri", pool.Callback), ("code_verifier", Verifier), .. changes,
        ]);

    public async Task<(int Status, JsonObject Body)> TokenAsync(params (string Name, string Value)[] fields)
    {
        var last = fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => group.Last().Value);
        using var form = new FormUrlEncodedContent(last);
        using var response = await _http.PostAsync(new Uri(pool.Aws, "oauth2/token"), form);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public void Dispose() => _http.Dispose();

    private async Task<Uri> AddressAsync(string path)
    {
        using var query = new FormUrlEncodedContent(Query());
        return new Uri(pool.Aws, $"{path}?{await query.ReadAsStringAsync()}");
    }

    [GeneratedRegex("name=\"_csrf\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Csrf();
}
