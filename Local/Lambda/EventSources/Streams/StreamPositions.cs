using System.Text.Json;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.EventSources.Streams;

/// <summary>How far a mapping has come in each shard of its stream, in a file that outlives the runner.</summary>
internal sealed class StreamPositions
{
    private const string Finished = "finished";
    private const string Horizon = "";

    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly Dictionary<string, string> _shards;

    /// <summary>Opens the positions of a mapping.</summary>
    public StreamPositions(string folder, string uuid)
    {
        _file = Path.Combine(folder, $"{uuid}.positions.json");
        IsBegun = File.Exists(_file);
        _shards = IsBegun ? Read(_file) : [];
    }

    /// <summary>Whether the mapping has begun, on this start or on one before.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>The sequence number after which a shard is to be read; null: from its oldest record.</summary>
    public string? After(string shard)
    {
        lock (_gate)
        {
            return _shards.GetValueOrDefault(shard) is { Length: > 0 } after and not Finished ? after : null;
        }
    }

    /// <summary>Whether a shard is read to its end.</summary>
    public bool IsFinished(string shard)
    {
        lock (_gate)
        {
            return _shards.GetValueOrDefault(shard) == Finished;
        }
    }

    /// <summary>Where the mapping begins; shards that are not named are read from their oldest record.</summary>
    public void Begin(IEnumerable<(string Shard, string? After)> shards) => Change(() =>
    {
        foreach (var (shard, after) in shards)
        {
            _shards[shard] = after ?? Horizon;
        }

        IsBegun = true;
    });

    /// <summary>Everything to this sequence number is handled.</summary>
    public void Advance(string shard, string sequenceNumber) => Change(() => _shards[shard] = sequenceNumber);

    /// <summary>What was to come next is gone: the shard goes on with its oldest record.</summary>
    public void Reset(string shard) => Change(() => _shards[shard] = Horizon);

    /// <summary>Everything in the shard is handled, and nothing more will come.</summary>
    public void Finish(string shard) => Change(() => _shards[shard] = Finished);

    /// <summary>Forgets shards that are no more.</summary>
    public void Keep(IReadOnlySet<string> shards)
    {
        lock (_gate)
        {
            if (_shards.Keys.All(shards.Contains))
            {
                return;
            }
        }

        Change(() =>
        {
            foreach (var gone in _shards.Keys.Where(shard => !shards.Contains(shard)).ToList())
            {
                _shards.Remove(gone);
            }
        });
    }

    /// <summary>Removes the file of a mapping that is no more.</summary>
    public void Delete()
    {
        lock (_gate)
        {
            File.Delete(_file);
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            try
            {
                Save();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It is known as long as the runner runs; after a restart, records come once more.
                Progress.Warn($"{_file} cannot be written: {failure.Message}");
            }
        }
    }

    private void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var written = $"{_file}.new";
        File.WriteAllBytes(written, JsonSerializer.SerializeToUtf8Bytes(_shards));
        File.Move(written, _file, overwrite: true);
    }

    // A file that nobody can read is as none: the stream is read from its oldest record, which delivers some twice and loses nothing.
    private static Dictionary<string, string> Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
