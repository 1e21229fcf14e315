using System.Collections.Concurrent;

namespace Lexicon.Local.S3;

/// <summary>The buckets of the account by name.</summary>
internal sealed class Buckets
{
    private readonly ConcurrentDictionary<string, Bucket> _all = new(StringComparer.Ordinal);

    /// <summary>Every bucket, by name.</summary>
    public IEnumerable<Bucket> All => _all.Values.OrderBy(bucket => bucket.Name, StringComparer.Ordinal);

    /// <summary>The bucket with this name, or null.</summary>
    public Bucket? Find(string? name) => name is not null && _all.TryGetValue(name, out var bucket) ? bucket : null;

    /// <summary>Adds a bucket; false if the name is taken.</summary>
    public bool Add(Bucket bucket) => _all.TryAdd(bucket.Name, bucket);
}
