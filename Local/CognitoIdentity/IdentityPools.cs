namespace Lexicon.Local.CognitoIdentity;

/// <summary>The identity pools of the templates.</summary>
internal sealed class IdentityPools
{
    private readonly Dictionary<string, IdentityPool> _pools = [];

    /// <summary>Adds a pool.</summary>
    public void Add(IdentityPool pool) => _pools.Add(pool.Id, pool);

    /// <summary>The pool with this id, or null.</summary>
    public IdentityPool? Find(string id) => _pools.GetValueOrDefault(id);

    /// <summary>Every pool.</summary>
    public IEnumerable<IdentityPool> All => _pools.Values;
}
