using System.Text.Json;
using Lexicon.Local.Cognito.Users;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Cognito;

/// <summary>The pools and clients of the templates, as they were provisioned.</summary>
internal sealed class UserPools(Endpoints endpoints)
{
    private readonly Dictionary<string, PoolDefinition> _pools = [];
    private readonly Dictionary<string, ClientDefinition> _clients = [];
    private readonly HashSet<string> _domains = [];
    private readonly List<GroupDefinition> _groups = [];

    public IReadOnlyCollection<PoolDefinition> All => _pools.Values;

    public IReadOnlyCollection<ClientDefinition> Clients => _clients.Values;

    public void Add(PoolDefinition pool) => _pools.Add(pool.Id, pool);

    public void Add(ClientDefinition client) => _clients.Add(client.Id, client);

    public IReadOnlyList<GroupDefinition> Groups => _groups;

    public void Add(GroupDefinition group) => _groups.Add(group);

    public void AddDomain(string poolId) => _domains.Add(poolId);

    /// <summary>All of it as text, the same for the same pools and clients.</summary>
    public string Describe() => JsonSerializer.Serialize(new { pools = _pools.Values, clients = _clients.Values, groups = _groups });

    public PoolDefinition? Pool(string? id) => id is null ? null : _pools.GetValueOrDefault(id);

    public ClientDefinition? Client(string? id) => id is null ? null : _clients.GetValueOrDefault(id);

    public PoolDefinition PoolOf(ClientDefinition client) => _pools[client.PoolId];

    /// <summary>Whether the pool has a domain, and with it OAuth endpoints.</summary>
    public bool HasDomain(string poolId) => _domains.Contains(poolId);

    /// <summary>The <c>iss</c> of the pool's tokens; it follows the port of the <c>aws</c> endpoint.</summary>
    public Uri Issuer(PoolDefinition pool) => new(endpoints.Aws, pool.Id);

    /// <summary>The issuer without its scheme: how an identity pool names the pool.</summary>
    public string ProviderName(PoolDefinition pool) => Issuer(pool).GetComponents(
        UriComponents.HostAndPort | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>A path of the pool's domain, which is the <c>aws</c> endpoint here.</summary>
    public Uri DomainPath(string path) => new(endpoints.Aws, path);
}
