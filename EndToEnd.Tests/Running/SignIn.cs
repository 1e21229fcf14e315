using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Signs readers in by name and password (API InitiateAuth), as the site's own config.json says where.</summary>
internal sealed class SignIn(Uri issuer, string clientId)
{
    private static readonly HttpClient Http = new();

    private string PoolId => issuer.Segments[^1];

    public static async Task<SignIn> AtAsync(Uri site)
    {
        var config = (await Http.GetFromJsonAsync<JsonObject>(new Uri(site, "config.json")))!;
        return new SignIn(new Uri((string)config["issuer"]!), (string)config["clientId"]!);
    }

    public async Task<string> TokenAsync(string name, string password)
    {
        using var request = Call("InitiateAuth", new JsonObject
        {
            ["AuthFlow"] = "USER_PASSWORD_AUTH",
            ["ClientId"] = clientId,
            ["AuthParameters"] = new JsonObject { ["USERNAME"] = name, ["PASSWORD"] = password },
        });
        var answer = await SendAsync(request);
        return (string)answer["AuthenticationResult"]!["IdToken"]!;
    }

    /// <summary>Signs a new reader up and confirms it as the person at this machine, who may do everything.</summary>
    public async Task RegisterLocallyAsync(string name, string password)
    {
        using var signUp = Call("SignUp", new JsonObject
        {
            ["ClientId"] = clientId,
            ["Username"] = name,
            ["Password"] = password,
            ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = name }),
        });
        await SendAsync(signUp);
        using var confirm = Call("AdminConfirmSignUp", new JsonObject { ["UserPoolId"] = PoolId, ["Username"] = name });
        await Signature.AddAsync(confirm, "cognito-idp");
        await SendAsync(confirm);
    }

    /// <summary>Puts a reader into a group as the person at this machine: docs/operations.md has the command.</summary>
    public async Task AddToGroupLocallyAsync(string name, string group)
    {
        using var add = Call("AdminAddUserToGroup", new JsonObject
        {
            ["UserPoolId"] = PoolId,
            ["Username"] = name,
            ["GroupName"] = group,
        });
        await Signature.AddAsync(add, "cognito-idp");
        await SendAsync(add);
    }

    private HttpRequestMessage Call(string action, JsonObject body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(issuer, "/"))
        {
            Content = new StringContent(
                body.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-amz-json-1.1")),
        };
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{action}");
        return request;
    }

    private static async Task<JsonNode> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(body)!
            : throw new InvalidOperationException(
                $"{request.Headers.GetValues("X-Amz-Target").Single()}: {(int)response.StatusCode} {body}");
    }
}
