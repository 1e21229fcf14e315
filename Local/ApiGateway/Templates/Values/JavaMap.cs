namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>A map in the order in which its keys came.</summary>
internal class JavaMap
{
    private const int Largest = 100_000;

    private readonly OrderedDictionary<string, object?> _entries = [];

    /// <summary>Whether what is missing or null is an empty text, as in all that API Gateway gives to templates.</summary>
    public bool MissingIsEmpty { get; init; }

    /// <summary>Whether it has members, but no text.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The keys, in order.</summary>
    public IReadOnlyList<string> Keys => _entries.Keys;

    /// <summary>The values, in the order of the keys.</summary>
    public IReadOnlyList<object?> Values => _entries.Values;

    /// <summary>The keys with their values.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Entries => _entries;

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Whether there is a key.</summary>
    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>The value of a key.</summary>
    public object? Get(string key) => _entries.GetValueOrDefault(key) ?? (MissingIsEmpty ? "" : null);

    /// <summary>Sets a value and returns the one before.</summary>
    public virtual object? Put(string key, object? value)
    {
        var before = _entries.GetValueOrDefault(key);
        _entries[key] = value;
        return _entries.Count > Largest ? throw new TemplateException("a map is too large") : before;
    }

    /// <summary>Takes a key away and returns its value.</summary>
    public object? Remove(string key) => _entries.Remove(key, out var value) ? value : null;

    /// <summary>Takes all away.</summary>
    public void Clear() => _entries.Clear();
}
