using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Cognito;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Cognito;

/// <summary>A Cognito service with one pool, client and domain behind a real listener on free ports.</summary>
internal sealed class RunningCognito : IAsyncDisposable
{
    private readonly Listeners _listeners;
    private readonly CognitoService _service;

    private RunningCognito(string data, Action<JsonObject>? changeClient)
    {
        Data = data;
        _listeners = Listeners.Bind(0);
        _service = new CognitoService(
            Properties.Settings(
                data, Repository.File("node_modules")), _listeners.Endpoints, Processes, new AllowNobody(), TimeProvider.System);
        var pool = Provision("AWS::Cognito::UserPool", "Pool", Properties.Pool());
        PoolId = pool.Ref;
        PoolArn = pool.Attributes["Arn"];
        Issuer = pool.Attributes["ProviderURL"];
        var client = Properties.Client(pool.Ref, _listeners.Endpoints.Site);
        changeClient?.Invoke(client);
        ClientId = Provision("AWS::Cognito::UserPoolClient", "Client", client).Ref;
        Provision("AWS::Cognito::UserPoolDomain", "Domain", new() { ["Domain"] = "lexicon", ["UserPoolId"] = PoolId });
    }

    public TestProcesses Processes { get; } = new();

    public string Data { get; }

    public string PoolId { get; }

    public string PoolArn { get; }

    public string ClientId { get; }

    public string Issuer { get; }

    public Uri Aws => _listeners.Endpoints.Aws;

    public string Callback => new Uri(_listeners.Endpoints.Site, "signed-in.html").AbsoluteUri;

    public string SignedOut => _listeners.Endpoints.Site.AbsoluteUri;

    public Caller Caller { get; set; } = Caller.Anonymous;

    public IUserPools Pools => _service;

    /// <summary>The codes that were sent and not used.</summary>
    public IReadOnlyList<SentCode> Codes => _service.Codes;

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public static async Task<RunningCognito> StartAsync(string data, Action<JsonObject>? changeClient = null)
    {
        var pool = new RunningCognito(data, changeClient);
        var nothing = new Nothing();
        await pool._listeners.ServeAsync(nothing, nothing, new AwsEndpoint(pool), nothing);
        await pool._service.StartAsync(CancellationToken.None);
        return pool;
    }

    /// <summary>Calls an operation of the API; the answer, or the error document with its status.</summary>
    public async Task<(int Status, JsonObject Body)> CallAsync(string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Aws);
        message.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        message.Content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1");
        using var response = await Http.SendAsync(message);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public Task<(int Status, JsonObject Body)> SignInAsync(string userName, string password) =>
        CallAsync("InitiateAuth", new JsonObject
        {
            ["AuthFlow"] = "USER_PASSWORD_AUTH",
            [nameof(ClientId)] = ClientId,
            ["AuthParameters"] = new JsonObject { ["USERNAME"] = userName, ["PASSWORD"] = password },
        });

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _listeners.DisposeAsync();
        Http.Dispose();
    }

    private ProvisionedResource Provision(string type, string id, JsonObject properties) =>
        _service.ResourceTypes.Provision(type, id, properties, "Stack");

    private sealed class AwsEndpoint(RunningCognito pool) : IHttpEndpoint
    {
        public Task HandleAsync(HttpContext context) => ((IAwsService)pool._service).Claims(context.Request)
            ? pool._service.HandleAsync(context, pool.Caller)
            : throw new InvalidOperationException($"nobody claims {context.Request.Path}");
    }

    private sealed class Nothing : IHttpEndpoint
    {
        public Task HandleAsync(HttpContext context) => Task.CompletedTask;
    }
}
