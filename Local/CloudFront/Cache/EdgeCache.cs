namespace Lexicon.Local.CloudFront.Cache;

/// <summary>A cache bounded by bytes: what was used least recently goes first.</summary>
internal sealed class EdgeCache(long capacity)
{
    private readonly Lock _access = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, CacheEntry Entry)>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, CacheEntry Entry)> _byUse = new();
    private readonly Dictionary<string, HashSet<string>> _parts = new(StringComparer.Ordinal);
    private long _used;
    private long _removals;
    private long _evictions;

    /// <summary>How often entries were removed by a rule: a response that was requested before one may be what the rule removes.</summary>
    public long Removals => Interlocked.Read(ref _removals);

    /// <summary>The largest body that is cached at all: an eighth, so that one object does not push out all others.</summary>
    public long LargestBody => capacity / 8;

    /// <summary>The bytes in use; never above the capacity.</summary>
    public long Used
    {
        get
        {
            lock (_access)
            {
                return _used;
            }
        }
    }

    /// <summary>How many bytes it may use.</summary>
    public long Capacity => capacity;

    /// <summary>How often an entry had to go for another.</summary>
    public long Evictions => Interlocked.Read(ref _evictions);

    /// <summary>How many entries there are.</summary>
    public int Count
    {
        get
        {
            lock (_access)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Every entry, what was used last first.</summary>
    public IReadOnlyList<CacheEntry> Entries
    {
        get
        {
            lock (_access)
            {
                return [.. _byUse.Select(one => one.Entry)];
            }
        }
    }

    /// <summary>The entry with this key, fresh or not; null if there is none.</summary>
    public CacheEntry? Find(string key)
    {
        lock (_access)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Entry;
        }
    }

    /// <summary>The parts that there are of an object, fresh or not.</summary>
    public IReadOnlyList<CacheEntry> PartsOf(string key)
    {
        lock (_access)
        {
            return _parts.TryGetValue(key, out var parts) ? [.. parts.Select(part => _entries[part].Value.Entry)] : [];
        }
    }

    /// <summary>Puts an entry in, in place of an earlier one; one that is too large is not kept.</summary>
    public void Put(string key, CacheEntry entry)
    {
        lock (_access)
        {
            RemoveCore(key);
            if (CostOf(key, entry) > capacity)
            {
                return;
            }

            _entries[key] = _byUse.AddFirst((key, entry));
            _used += CostOf(key, entry);
            AddPart(key, entry.Part);
            while (_used > capacity)
            {
                RemoveCore(_byUse.Last!.Value.Key);
                Interlocked.Increment(ref _evictions);
            }
        }
    }

    /// <summary>Takes an entry out.</summary>
    public void Remove(string key)
    {
        lock (_access)
        {
            RemoveCore(key);
        }
    }

    /// <summary>Takes out whatever a rule applies to.</summary>
    public void Remove(Func<CacheEntry, bool> rule)
    {
        lock (_access)
        {
            Interlocked.Increment(ref _removals);
            foreach (var key in _byUse.Where(one => rule(one.Entry)).Select(one => one.Key).ToArray())
            {
                RemoveCore(key);
            }
        }
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        lock (_access)
        {
            _entries.Clear();
            _byUse.Clear();
            _parts.Clear();
            _used = 0;
        }
    }

    private static long CostOf(string key, CacheEntry entry) => (key.Length * 2L) + entry.Cost;

    private void RemoveCore(string key)
    {
        if (_entries.Remove(key, out var node))
        {
            _byUse.Remove(node);
            _used -= CostOf(key, node.Value.Entry);
            RemovePart(key, node.Value.Entry.Part);
        }
    }

    private void AddPart(string key, ObjectPart? part)
    {
        if (part is not null)
        {
            _parts.TryAdd(part.Of, new(StringComparer.Ordinal));
            _parts[part.Of].Add(key);
        }
    }

    private void RemovePart(string key, ObjectPart? part)
    {
        if (part is not null && _parts.TryGetValue(part.Of, out var parts) && parts.Remove(key) && parts.Count == 0)
        {
            _parts.Remove(part.Of);
        }
    }
}
