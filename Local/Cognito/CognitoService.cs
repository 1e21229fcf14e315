using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
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
internal sealed class CognitoService : IService, IUserPools, ISentCodes, IAwsService
{
    private const int LargestRequest = 128 * 1024;

    private readonly UserPools _pools;
    private readonly Database _database;
    private readonly CognitoLocal _users;
    private readonly Lazy<SigningKey> _key;
    private readonly AuthorizationCodes _codes;
    private readonly BrowserSessions _sessions;
    private readonly OAuthEndpoints _oauth;
    private readonly CognitoApi _api;

    /// <summary>Wires the service; starts nothing.</summary>
    /// <param name="settings">Where data and packages are.</param>
    /// <param name="endpoints">Where the issuers are.</param>
    /// <param name="processes">Starts cognito-local.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="time">The clock.</param>
    /// <param name="before">The instance whose users, key and sign-ins this one takes over.</param>
    public CognitoService(
        Settings settings,
        Endpoints endpoints,
        IChildProcesses processes,
        IIdentities identities,
        TimeProvider time,
        CognitoService? before = null)
    {
        var folder = Path.Combine(settings.Data, "cognito");
        _pools = new UserPools(endpoints);
        _database = before?._database ?? new Database(folder, time);
        _users = before?._users ?? new CognitoLocal(settings, processes, _database);
        _key = before?._key ?? new Lazy<SigningKey>(() => SigningKey.Open(Path.Combine(folder, "signing-key.pem")));
        _codes = before?._codes ?? new AuthorizationCodes(time);
        _sessions = before?._sessions ?? new BrowserSessions(time);
        ResourceTypes =
        [
            new UserPoolType(_pools),
            new UserPoolClientType(_pools, endpoints),
            new UserPoolDomainType(_pools),
            new UserPoolGroupType(_pools),
        ];

        var issuer = new TokenIssuer(_pools, _users, _key, time);
        var signIns = new SignIns(_pools, _users, time);
        var operations = new CognitoOperations(
            _users,
            new RequestChecks(_pools, _users, issuer),
            new Authentication(_pools, _users, signIns, issuer),
            new PasswordResets(_users, _database, time),
            issuer);
        _api = new CognitoApi(operations, identities);
        _oauth = new OAuthEndpoints(
            _pools,
            _key,
            new AuthorizeEndpoint(_pools, _codes, _sessions, signIns),
            new LoginEndpoint(_pools, _codes, _sessions, signIns, _database),
            new SignUpEndpoint(_pools, operations, _database),
            new ForgotPasswordEndpoint(_pools, operations, _database),
            new TokenEndpoint(_pools, _codes, signIns, issuer),
            new UserInfoEndpoint(_pools, issuer),
            new RevokeEndpoint(_pools, _users),
            new LogoutEndpoint(_pools, _sessions));
    }

    public string Name => "Cognito";

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public string SigningName => "cognito-idp";

    public IEnumerable<string> Operations => _api.Operations;

    public AwsError InternalError => new(500, "InternalErrorException", "Amazon Cognito encountered an internal error.");

    public IEnumerable<(string Name, string Value)> ReadyRows =>
        _pools.All.Count == 0 ? [] : [("Demo reader", $"{DemoUser.Name}  password {DemoUser.Password}")];

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (_pools.All.Count == 0)
        {
            return;
        }

        _ = _key.Value;
        await _users.RunAsync(_pools.Describe(), () => _database.Prepare(_pools), cancellation);
    }

    public UserPool? Find(string arn) => View(_pools.All.FirstOrDefault(pool => pool.Arn == arn));

    public UserPool? FindByProviderName(string name) => View(_pools.All.FirstOrDefault(pool => _pools.ProviderName(pool) == name));

    public IReadOnlyList<SentCode> Codes => [.. _pools.All.SelectMany(pool => _database.Codes(pool.Id))];

    public bool Claims(HttpRequest request) => _oauth.Owns(request.Path) || CognitoApi.Owns(request);

    public Task HandleAsync(HttpContext context, Caller caller)
    {
        // The body of a signed request was read, within the endpoint's own limit, to check its signature.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestRequest;
        }

        return _oauth.Owns(context.Request.Path) ? _oauth.HandleAsync(context) : _api.HandleAsync(context, caller);
    }

    private UserPool? View(PoolDefinition? pool) => pool is null
        ? null
        : new UserPool(pool.Id, pool.Arn, _pools.Issuer(pool), _ => Task.FromResult(_key.Value.KeySet));

    public async ValueTask DisposeAsync()
    {
        await _users.DisposeAsync();
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }
}
