using Lexicon.Local.Assembly;
using Lexicon.Local.Aws;
using Lexicon.Local.Cognito.Api;
using Lexicon.Local.Cognito.OAuth;
using Lexicon.Local.Cognito.Resources;
using Lexicon.Local.Cognito.Tokens;
using Lexicon.Local.Cognito.Users;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lexicon.Local.Cognito;

/// <summary>
/// Amazon Cognito user pools. The npm package cognito-local keeps the users; sign-in page, OAuth endpoints, tokens and
/// what Amazon Cognito checks before it performs an operation are here.
/// </summary>
internal sealed class CognitoService : IService, IUserPools, IAwsService
{
    private const int LargestRequest = 128 * 1024;

    private readonly PoolCatalog catalog;
    private readonly Database database;
    private readonly CognitoLocal users;
    private readonly Lazy<SigningKey> key;
    private readonly AuthorizationCodes codes;
    private readonly BrowserSessions sessions;
    private readonly OAuthEndpoints oauth;
    private readonly ApiEndpoint api;

    /// <summary>Wires the service; starts nothing.</summary>
    /// <param name="settings">Where data and packages are.</param>
    /// <param name="endpoints">Where the issuers are.</param>
    /// <param name="processes">Starts cognito-local.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="time">The clock.</param>
    /// <param name="before">Whose users, key and sign-ins this one goes on with.</param>
    public CognitoService(
        Settings settings,
        Endpoints endpoints,
        IChildProcesses processes,
        IIdentities identities,
        TimeProvider time,
        CognitoService? before = null)
    {
        var folder = Path.Combine(settings.Data, "cognito");
        catalog = new PoolCatalog(endpoints);
        database = before?.database ?? new Database(folder, time);
        users = before?.users ?? new CognitoLocal(settings, processes, database);
        key = before?.key ?? new Lazy<SigningKey>(() => SigningKey.Open(Path.Combine(folder, "signing-key.pem")));
        codes = before?.codes ?? new AuthorizationCodes(time);
        sessions = before?.sessions ?? new BrowserSessions(time);
        ResourceTypes = [new UserPoolType(catalog), new UserPoolClientType(catalog, endpoints), new UserPoolDomainType(catalog)];

        var issuer = new TokenIssuer(catalog, users, key, time);
        var signIns = new SignIns(catalog, users, time);
        var operations = new UserPoolApi(
            users, new RequestChecks(catalog, users, issuer), new Authentication(catalog, users, signIns, issuer), issuer);
        api = new ApiEndpoint(operations, identities);
        oauth = new OAuthEndpoints(
            catalog,
            key,
            new AuthorizeEndpoint(catalog, codes, sessions, signIns),
            new LoginEndpoint(catalog, codes, sessions, signIns, database),
            new SignUpEndpoint(catalog, operations, database),
            new TokenEndpoint(catalog, codes, signIns, issuer),
            new UserInfoEndpoint(catalog, issuer),
            new RevokeEndpoint(catalog, users),
            new LogoutEndpoint(catalog, sessions));
    }

    public string Name => "Cognito";

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public string SigningName => "cognito-idp";

    public AwsError InternalError => new(500, "InternalErrorException", "Amazon Cognito encountered an internal error.");

    public IEnumerable<(string Name, string Value)> ReadyRows =>
        catalog.Pools.Count == 0 ? [] : [("Demo reader", $"{DemoUser.Name}  password {DemoUser.Password}")];

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (catalog.Pools.Count == 0)
        {
            return;
        }

        _ = key.Value;
        await users.RunAsync(catalog.Describe(), () => database.Prepare(catalog), cancellation);
    }

    public UserPool? Find(string arn) => catalog.Pools.FirstOrDefault(pool => pool.Arn == arn) is { } found
        ? new UserPool(found.Id, found.Arn, catalog.Issuer(found), _ => Task.FromResult(key.Value.KeySet))
        : null;

    public bool Claims(HttpRequest request) => oauth.Owns(request.Path) || ApiEndpoint.Owns(request);

    public Task HandleAsync(HttpContext context, Caller caller)
    {
        // The body of a signed request was read, within the endpoint's own limit, to check its signature.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestRequest;
        }

        return oauth.Owns(context.Request.Path) ? oauth.HandleAsync(context) : api.HandleAsync(context, caller);
    }

    public async ValueTask DisposeAsync()
    {
        await users.DisposeAsync();
        if (key.IsValueCreated)
        {
            key.Value.Dispose();
        }
    }
}
